package org.weft.reports;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.conversations.ConversationKind;
import org.weft.people.Departments;
import org.weft.people.Level;

/** Counts the conversations of a cycle. They belong to several people at a time, so each question is its own statement. */
@Component
class CycleConversations {

    /** The conversations within the cycle in which a participant in scope took part, with whoever took part in them. */
    private static final String HELD = """
            from conversation c
            join cycle cy on cy.id = :cycle and c.held_on between cy.starts_on and cy.ends_on
            join conversation_person_team cp on cp.conversation_id = c.id
            left join team t on t.id = cp.team_id
            %s
            where exists (
                select 1 from conversation_person mine join participant pt on pt.person_id = mine.person_id
                where mine.conversation_id = c.id and pt.cycle_id = :cycle and %s)
            """;

    private static final String TALKS = """
            select held.held_on, held.departments, count(*) as conversations
            from (
                select c.id, c.held_on,
                    array_agg(distinct d.id order by d.id) filter (where d.id is not null) as departments
                %s
                group by c.id, c.held_on) held
            group by held.held_on, held.departments""";

    private static final String BY_KIND = """
            select held.held_on, held.kind, count(*) as conversations,
                count(case when held.across then 1 end) as across
            from (
                select c.id, c.held_on, c.kind, min(d.id) < max(d.id) as across %s
                group by c.id, c.held_on, c.kind) held
            group by held.held_on, held.kind""";

    private static final String ACROSS_BY_GROUP = """
            select pt.cohort_id, d.id as department_id, p.level, count(*) as talks
            from (select c.id %s group by c.id having min(d.id) < max(d.id)) held
            join conversation_person own on own.conversation_id = held.id
            join participant pt on pt.person_id = own.person_id and pt.cycle_id = :cycle
            join person p on p.id = pt.person_id
            left join team t on t.id = p.team_id
            %s
            where %s
            group by pt.cohort_id, d.id, p.level""";

    private final JdbcClient jdbc;

    CycleConversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many conversations of one day between people of the same departments.
     *
     * @param departmentIds each once
     */
    record Talks(LocalDate day, List<Long> departmentIds, long conversations) {

        long across() {
            return departmentIds.size() > 1 ? conversations : 0;
        }
    }

    /** All conversations, each counted once. */
    List<Talks> talks(Scope scope, long cycleId) {
        return statement(TALKS.formatted(held(scope)), scope, cycleId)
                .query((row, n) -> new Talks(
                        row.getObject("held_on", LocalDate.class),
                        departments(row.getArray("departments")),
                        row.getLong("conversations")))
                .list();
    }

    /**
     * So many conversations of one day and kind.
     *
     * @param across those of them between people of two departments or more
     */
    record Held(LocalDate day, ConversationKind kind, long conversations, long across) {}

    /** All conversations by day and kind, each counted once. */
    List<Held> held(Scope scope, long cycleId) {
        return statement(BY_KIND.formatted(held(scope)), scope, cycleId)
                .query((row, n) -> new Held(
                        row.getObject("held_on", LocalDate.class),
                        ConversationKind.valueOf(row.getString("kind")),
                        row.getLong("conversations"),
                        row.getLong("across")))
                .list();
    }

    private static List<Long> departments(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Arrays.stream((Object[]) ids.getArray())
                        .map(id -> ((Number) id).longValue())
                        .toList();
    }

    /** The conversations across departments each group took part in; one between two of them counts for both. */
    Map<FigureCell.Key, Long> acrossByGroup(Scope scope, long cycleId) {
        var sql = ACROSS_BY_GROUP.formatted(held(scope), Departments.JOINED, scope.condition("pt.person_id"));
        var counts = new HashMap<FigureCell.Key, Long>();
        statement(sql, scope, cycleId).query(row -> {
            counts.put(
                    new FigureCell.Key(
                            row.getLong("cohort_id"),
                            row.getObject("department_id", Long.class),
                            Level.valueOf(row.getString("level"))),
                    row.getLong("talks"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec statement(String sql, Scope scope, long cycleId) {
        return jdbc.sql(sql).params(scope.parameters()).param("cycle", cycleId);
    }

    /** The conversations as {@code c}, with the departments of whoever took part as {@code d}. */
    private static String held(Scope scope) {
        return HELD.formatted(Departments.JOINED, scope.condition("pt.person_id"));
    }
}
