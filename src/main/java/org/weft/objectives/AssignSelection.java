package org.weft.objectives;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.weft.access.Scope;

/**
 * A request as parts of SQL: the chosen people, and the choices as rows.
 *
 * @param people a {@code from} and {@code where} with the chosen person {@code p} and, where there is one in the cycle,
 *     the participant {@code pt}
 * @param choices a relation {@code c (level, template_id, target, due_on)}
 * @param parameters of both
 */
record AssignSelection(String people, String choices, Map<String, Object> parameters) {

    static final String ELIGIBLE = " and p.active and pt.id is not null ";

    static AssignSelection of(Scope scope, AssignRequest request) {
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("cycle", request.cycleId());
        String people;
        if (request.cohortId() != null) {
            parameters.put("cohort", request.cohortId());
            people = """
                    from participant pt join person p on p.id = pt.person_id
                    where pt.cycle_id = :cycle and pt.cohort_id = :cohort and\s""";
        } else {
            // One value however many they are.
            parameters.put("people", request.personIds().toArray(Long[]::new));
            people = """
                    from person p left join participant pt on pt.person_id = p.id and pt.cycle_id = :cycle
                    where p.id in (select u.id from unnest(cast(:people as bigint array)) u (id)) and\s""";
        }
        return new AssignSelection(people + scope.condition("p.id"), choices(request, parameters), parameters);
    }

    /** The chosen, active participants with each objective chosen for their level and, if there, their assignment of it. */
    String matches(String columns) {
        return "select " + columns + " from (select p.id as person_id, p.level, pt.id as participant_id " + people
                + ELIGIBLE
                + ") m join " + choices + " on c.level = m.level"
                + " left join assignment a on a.participant_id = m.participant_id and a.template_id = c.template_id";
    }

    private static String choices(AssignRequest request, Map<String, Object> parameters) {
        var choices = request.choices();
        if (choices.isEmpty()) {
            return "(select cast(null as varchar(20)) as level, cast(null as bigint) as template_id,"
                    + " cast(null as integer) as target, cast(null as date) as due_on where 1 = 0) c";
        }
        return IntStream.range(0, choices.size())
                .mapToObj(at -> {
                    var choice = choices.get(at);
                    parameters.put("level" + at, choice.level().name());
                    parameters.put("template" + at, choice.templateId());
                    parameters.put("target" + at, choice.target());
                    parameters.put("due" + at, Date.valueOf(choice.dueOn()));
                    return "(cast(:level%1$d as varchar(20)), cast(:template%1$d as bigint), cast(:target%1$d as integer), cast(:due%1$d as date))"
                            .formatted(at);
                })
                .collect(Collectors.joining(", ", "(values ", ") c (level, template_id, target, due_on)"));
    }
}
