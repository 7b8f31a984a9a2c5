package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.conversations.ConversationKind;
import org.weft.reports.TeamDepartments.Department;

/** Reads the conversations of a cycle; whoever took part in some of them at a time. */
@Component
class ConversationFacts implements Facts<ConversationFact> {

    private static final String SQL = """
            select c.id, c.held_on, c.kind, c.created_at
            from conversation c
            where exists (
                select 1 from conversation_person mine join participant pt on pt.person_id = mine.person_id
                where mine.conversation_id = c.id and pt.cycle_id = :cycle and %s)
                and c.held_on between (select starts_on from cycle where id = :cycle)
                    and (select ends_on from cycle where id = :cycle)
            """;

    /** Along the index of the list, the last first. Where to begin is said twice: H2 goes by the day alone. */
    private static final String BY_DAY = """
            and c.held_on <= :day and (c.held_on, c.id) < (:day, :before)
            order by c.held_on desc, c.id desc fetch first :limit rows only""";

    private static final String BY_ID = "and c.id > :after order by c.id fetch first :limit rows only";

    /** The team as {@code conversation_person_team} has it, which H2 would put together for all conversations. */
    private static final String WHO = """
            select cp.conversation_id, who.id, who.display_name,
                nullif(coalesce(cp.team_id, who.team_id, 0), 0) as team_id
            from conversation_person cp
            join person who on who.id = cp.person_id
            where cp.conversation_id in (:conversations)
            order by cp.conversation_id, who.display_name, who.id""";

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    ConversationFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Conversation(long id, LocalDate heldOn, ConversationKind kind, Instant loggedAt) {}

    private record Who(
            long conversationId,
            long id,
            String name,
            @Nullable Long teamId) {}

    /** Those held in the cycle by a participant in scope, the last first. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ConversationFact> sink) {
        Facts.requireOnePicture();
        var departments = new TeamDepartments(jdbc);
        var day = LAST_DAY;
        var before = Long.MAX_VALUE;
        List<Conversation> batch;
        do {
            batch = read(statement(scope, cycleId, BY_DAY)
                    .param("day", day)
                    .param("before", before)
                    .param("limit", BATCH));
            if (!batch.isEmpty()) {
                facts(batch, departments).forEach(sink);
                day = batch.getLast().heldOn();
                before = batch.getLast().id();
            }
        } while (batch.size() == BATCH);
    }

    @Override
    public List<ConversationFact> page(Scope scope, long cycleId, long after, int limit) {
        var found = read(statement(scope, cycleId, BY_ID).param("after", after).param("limit", limit));
        return found.isEmpty() ? List.of() : facts(found, new TeamDepartments(jdbc));
    }

    private JdbcClient.StatementSpec statement(Scope scope, long cycleId, String which) {
        return jdbc.sql(SQL.formatted(scope.condition("pt.person_id")) + which)
                .params(scope.parameters())
                .param("cycle", cycleId);
    }

    private static List<Conversation> read(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> conversation(row)).list();
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getLong("id"),
                row.getObject("held_on", LocalDate.class),
                ConversationKind.valueOf(row.getString("kind")),
                row.getTimestamp("created_at").toInstant());
    }

    private List<ConversationFact> facts(List<Conversation> conversations, TeamDepartments departments) {
        var took = jdbc.sql(WHO)
                .param(
                        "conversations",
                        conversations.stream().map(Conversation::id).toList())
                .query((row, n) -> new Who(
                        row.getLong("conversation_id"),
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getObject("team_id", Long.class)))
                .list();
        departments.learn(took.stream().map(Who::teamId).toList());
        var parts = took.stream().collect(Collectors.groupingBy(Who::conversationId));
        return conversations.stream()
                .map(one -> fact(one, parts.getOrDefault(one.id(), List.of()), departments))
                .toList();
    }

    private static ConversationFact fact(Conversation conversation, List<Who> who, TeamDepartments departments) {
        var joined = who.stream()
                .map(one -> departments.of(one.teamId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ConversationFact(
                conversation.id(),
                conversation.heldOn(),
                conversation.kind(),
                who.stream().map(Who::id).sorted().toList(),
                who.stream().map(Who::name).toList(),
                joined.stream().map(Department::name).distinct().sorted().toList(),
                joined.size(),
                conversation.loggedAt());
    }
}
