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

/** Streams the conversations of a cycle; none is kept. */
@Component
class ConversationFacts {

    private static final String SQL = """
            select c.id, c.held_on, c.kind, c.created_at,
                array_agg(distinct who.display_name order by who.display_name) as people,
                array_agg(distinct d.name order by d.name) filter (where d.id is not null) as departments,
                count(distinct d.id) as department_count
            %s
            group by c.id, c.held_on, c.kind, c.created_at
            order by c.held_on, c.id""";

    private final JdbcClient jdbc;

    ConversationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hands on every conversation held in the cycle by a participant in scope, by day. Within a transaction: outside one,
     * PostgreSQL would send all at once.
     */
    void each(Scope scope, long cycleId, Consumer<? super ConversationFact> sink) {
        try (var rows = jdbc
                .sql(SQL.formatted(CycleConversations.held(scope)))
                .withFetchSize(ObjectiveFacts.FETCH_SIZE)
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query((row, n) -> fact(row))
                .stream()) {
            rows.forEach(sink);
        }
    }

    private static ConversationFact fact(ResultSet row) throws SQLException {
        return new ConversationFact(
                row.getLong("id"),
                row.getObject("held_on", LocalDate.class),
                ConversationKind.valueOf(row.getString("kind")),
                names(row.getArray("people")),
                names(row.getArray("departments")),
                row.getInt("department_count"),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<String> names(@Nullable Array names) throws SQLException {
        return names == null
                ? List.of()
                : Arrays.stream((Object[]) names.getArray())
                        .map(String::valueOf)
                        .toList();
    }
}
