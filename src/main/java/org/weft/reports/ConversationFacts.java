package org.weft.reports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.conversations.ConversationKind;

/** Reads the conversations of a cycle. */
@Component
class ConversationFacts implements Facts<ConversationFact> {

    private static final String SQL = """
            select c.id, c.held_on, c.kind, c.created_at,
                array_agg(distinct who.id order by who.id) as person_ids,
                array_agg(distinct who.display_name order by who.display_name) as people,
                array_agg(distinct d.name order by d.name) filter (where d.id is not null) as departments,
                count(distinct d.id) as department_count
            %s %s
            group by c.id, c.held_on, c.kind, c.created_at
            order by %s""";

    /** Found before whoever took part is looked up: else each page would group all there are. */
    private static final String NEXT = """
            and c.id in (
                select one.id
                from conversation one
                join cycle oc on oc.id = :cycle and one.held_on between oc.starts_on and oc.ends_on
                where one.id > :after and exists (
                    select 1 from conversation_person mine join participant pt on pt.person_id = mine.person_id
                    where mine.conversation_id = one.id and pt.cycle_id = :cycle and %s)
                order by one.id fetch first :limit rows only)""";

    private final JdbcClient jdbc;

    ConversationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those held in the cycle by a participant in scope, by day. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ConversationFact> sink) {
        try (var rows = statement(scope, cycleId, "", "c.held_on, c.id")
                .withFetchSize(FETCH_SIZE)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    @Override
    public List<ConversationFact> page(Scope scope, long cycleId, long after, int limit) {
        return statement(scope, cycleId, NEXT.formatted(scope.condition("pt.person_id")), "c.id")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> fact(row))
                .list();
    }

    private JdbcClient.StatementSpec statement(Scope scope, long cycleId, String which, String order) {
        return jdbc.sql(SQL.formatted(CycleConversations.held(scope), which, order))
                .params(scope.parameters())
                .param("cycle", cycleId);
    }

    private static ConversationFact fact(ResultSet row) throws SQLException {
        return new ConversationFact(
                row.getLong("id"),
                row.getObject("held_on", LocalDate.class),
                ConversationKind.valueOf(row.getString("kind")),
                values(row.getArray("person_ids")).stream()
                        .map(id -> ((Number) id).longValue())
                        .toList(),
                names(row.getArray("people")),
                names(row.getArray("departments")),
                row.getInt("department_count"),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<String> names(@Nullable Array names) throws SQLException {
        return values(names).stream().map(String::valueOf).toList();
    }

    private static List<Object> values(@Nullable Array values) throws SQLException {
        return values == null ? List.of() : Arrays.asList((Object[]) values.getArray());
    }
}
