package org.weft.objectives;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/** What a request to assign must be like. */
@Component
class AssignRules {

    private static final Set<String> OVER = Set.of("ENDED", "ARCHIVED");

    private final JdbcClient jdbc;

    AssignRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Cycle(LocalDate startsOn, LocalDate endsOn, String programStatus) {}

    /** Holds the program until the transaction ends: its cycles' dates and its status stay as they are checked now. */
    void hold(long cycleId) {
        jdbc.sql("select p.id from program p where p.id = (select c.program_id from cycle c where c.id = ?) for update")
                .param(cycleId)
                .query(Long.class)
                .optional();
    }

    /** The cycle of a request whose cohort or people may be chosen by the caller. */
    Cycle checkPeople(Scope scope, AssignRequest request) {
        var cycle = jdbc.sql("""
                        select c.starts_on, c.ends_on, p.status as program_status
                        from cycle c join program p on p.id = c.program_id where c.id = ?""")
                .param(request.cycleId())
                .query(Cycle.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("cycle", request.cycleId()));
        if (OVER.contains(cycle.programStatus())) {
            throw new InvalidInputException(
                    "cycle", Text.of("objectives.assign.error.over", Text.of("status." + cycle.programStatus())));
        }
        if (request.cohortId() != null) {
            checkCohort(scope, request.cycleId(), request.cohortId());
        } else if (request.personIds().isEmpty()) {
            throw new InvalidInputException("people", Text.of("objectives.assign.error.nobody"));
        }
        return cycle;
    }

    /** HR assigns to any cohort, a lead to those led and to the own people in others. */
    private void checkCohort(Scope scope, long cycleId, long cohortId) {
        var reach = scope instanceof Scope.Led ? " or c.lead_id = :scopeLead" : "";
        var found = jdbc.sql("""
                        select count(*) from cohort c where c.id = :cohort and c.cycle_id = :cycle and (%s or exists (
                            select 1 from participant pt where pt.cohort_id = c.id and %s)%s)""".formatted(
                        scope instanceof Scope.Everybody ? "1 = 1" : "1 = 0", scope.condition("pt.person_id"), reach))
                .param("cohort", cohortId)
                .param("cycle", cycleId)
                .params(scope.parameters())
                .query(Integer.class)
                .single();
        if (found == 0) {
            throw new NotFoundException("cohort", cohortId);
        }
    }

    /** That each choice is on offer for its level, once, with a target and a due date that can be. */
    void checkChoices(AssignRequest request, Cycle cycle) {
        if (request.choices().isEmpty()) {
            return;
        }
        var offered = offered(request);
        var seen = new HashSet<String>();
        for (var choice : request.choices()) {
            var key = choice.level() + " " + choice.templateId();
            var template = offered.get(key);
            if (template == null) {
                throw new InvalidInputException("choices", Text.of("objectives.assign.error.notoffered"));
            }
            if (!seen.add(key)) {
                throw new InvalidInputException("choices", Text.of("objectives.assign.error.twice", template.title()));
            }
            try {
                Targets.check(choice.target(), template.unit());
                Targets.checkDue(choice.dueOn(), cycle.startsOn(), cycle.endsOn());
            } catch (InvalidInputException e) {
                throw new InvalidInputException(
                        e.field(), Text.of("objectives.assign.error.in", template.title(), e.text()));
            }
        }
    }

    private record Offered(long id, String level, String title, String unit) {}

    private Map<String, Offered> offered(AssignRequest request) {
        var offered = new HashMap<String, Offered>();
        jdbc.sql("""
                        select t.id, l.level, t.title, t.unit from objective_template t
                        join objective_template_level l on l.template_id = t.id
                        where not t.retired and t.id in (:ids)""")
                .param(
                        "ids",
                        request.choices().stream()
                                .map(AssignRequest.Choice::templateId)
                                .distinct()
                                .toList())
                .query(Offered.class)
                .list()
                .forEach(one -> offered.put(one.level() + " " + one.id(), one));
        return offered;
    }
}
