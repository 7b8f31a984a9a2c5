package org.weft.conversations;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.people.Departments;

/**
 * Which conversations are listed, as SQL over {@code c}: the same for a page and for its count.
 *
 * @param counted how often one counts, as an expression
 */
record Listed(String fromWhere, String counted, Map<String, Object> parameters) {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private static final String DATES = "c.held_on between :from and :to";

    /** A participant in scope took part. */
    private static final String CONCERNS = """
            exists (
                select 1 from conversation_person mine join participant pt on pt.person_id = mine.person_id
                where mine.conversation_id = c.id and pt.cycle_id = :cycle and %s)""";

    /** The live objectives of participants in scope it counts towards. */
    private static final String COUNTS = """
            from conversation_assignment ca
            join assignment a on a.id = ca.assignment_id and a.status not in ('WAIVED', 'CANCELLED')
            join participant pt on pt.id = a.participant_id
            where ca.conversation_id = c.id and pt.cycle_id = :cycle and %s""";

    private static final String DEPARTMENTS = """
            (select count(distinct %s) from conversation_person_team cp join team t on t.id = cp.team_id
                where cp.conversation_id = c.id)""".formatted(Departments.idOf("t.id"));

    static Listed ofPerson(Reach reach, long personId, ConversationFilter filter) {
        var parameters = parameters(reach, filter.from(), filter.to());
        parameters.put("personId", personId);
        return new Listed(
                " from conversation_person of_person join conversation c on c.id = of_person.conversation_id"
                        + " where of_person.person_id = :personId and " + DATES + " and " + reach.sees("c.id"),
                "0",
                parameters);
    }

    /** What waits for the own person. */
    static Listed waiting(Reach reach) {
        return new Listed(
                " from conversation_person asked join conversation c on c.id = asked.conversation_id"
                        + " where asked.person_id = :ownPersonId and asked.confirmation = 'WAITING'",
                "0",
                reach.parameters());
    }

    static Listed held(Reach reach, HeldFilter filter) {
        var parameters = parameters(reach, filter.from(), filter.to());
        parameters.put("cycle", filter.cycleId());
        var inScope = reach.scope().condition("pt.person_id");
        var where = DATES + " and " + CONCERNS.formatted(inScope);
        var counts = COUNTS.formatted(inScope);
        if (filter.counting()) {
            where += " and exists (select 1 " + counts + ")";
        }
        if (filter.crossing() != null) {
            where += " and " + DEPARTMENTS + (filter.crossing() == Crossing.ACROSS ? " > 1" : " <= 1");
        }
        return new Listed(
                " from conversation c"
                        + " join cycle cy on cy.id = :cycle and c.held_on between cy.starts_on and cy.ends_on where "
                        + where,
                filter.counting() ? "(select count(*) " + counts + ")" : "0",
                parameters);
    }

    private static Map<String, Object> parameters(Reach reach, @Nullable LocalDate from, @Nullable LocalDate to) {
        var parameters = new HashMap<>(reach.parameters());
        parameters.put("from", from == null ? EVER : from);
        parameters.put("to", to == null ? FOREVER : to);
        return parameters;
    }
}
