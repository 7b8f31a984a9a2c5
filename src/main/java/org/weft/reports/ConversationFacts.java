package org.weft.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.DatabaseDialect;

/** Reads the conversations of a cycle, with whoever took part, by one statement. */
@Component
class ConversationFacts implements Facts<ConversationFact> {

    /**
     * A row for everybody who took part, those of a conversation one after another. The days are told rather than looked
     * up: PostgreSQL then knows how many conversations there are. The team as {@code conversation_person_team} has it,
     * which H2 would put together for all conversations.
     */
    private static final String SQL = """
            select c.id, c.held_on, c.kind, c.created_at, who.id as person_id, who.display_name,
                nullif(coalesce(cp.team_id, who.team_id, 0), 0) as team_id,
                who.team_id as own_team_id, who.level,
                case when %1$s then own.cohort_id end as cohort_id
            from (
                select c.id, c.held_on, c.kind, c.created_at from conversation c
                where c.held_on between :first and :last %2$s) c
            join conversation_person cp on cp.conversation_id = c.id
            join person who on who.id = cp.person_id
            left join participant own on own.person_id = cp.person_id and own.cycle_id = :cycle
            order by %3$s, who.display_name, who.id""";

    private static final String OF_SCOPE = """
            and exists (
                select 1 from conversation_person mine join participant pt on pt.person_id = mine.person_id
                where mine.conversation_id = c.id and pt.cycle_id = :cycle and %s)
            """;

    private static final String LAST_FIRST = "c.held_on desc, c.id desc";

    /** Along the index of the list. Where to begin is said twice: H2 goes by the day alone. */
    private static final String NEXT_BY_DAY = "and c.held_on <= :day and (c.held_on, c.id) < (:day, :before)"
            + " order by " + LAST_FIRST + " fetch first :limit rows only";

    private static final String NEXT_BY_ID = "and c.id > :after order by c.id fetch first :limit rows only";

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final CycleSpans spans;
    private final DatabaseDialect dialect;

    ConversationFacts(JdbcClient jdbc, CycleSpans spans, DatabaseDialect dialect) {
        this.jdbc = jdbc;
        this.spans = spans;
        this.dialect = dialect;
    }

    /** Those held in the cycle by a participant in scope, the last first. */
    @Override
    public void each(Scope scope, long cycleId, Consumer<? super ConversationFact> sink) {
        Facts.requireOnePicture();
        var rows = new ConversationRows(new TeamDepartments(jdbc), sink);
        if (dialect.postgres()) {
            // Of a whole cycle nearly all are: asking is left to the one who puts them together.
            var which = scope instanceof Scope.Everybody ? "" : ofScope(scope);
            statement(scope, cycleId, which, LAST_FIRST)
                    .withFetchSize(FETCH_SIZE)
                    .query(rows);
            rows.handOn();
        } else {
            batches(scope, cycleId, rows);
        }
    }

    /** H2 writes the whole of an answer to the disk before it hands on the first row. */
    private void batches(Scope scope, long cycleId, ConversationRows rows) {
        var day = LAST_DAY;
        var before = Long.MAX_VALUE;
        do {
            statement(scope, cycleId, ofScope(scope) + NEXT_BY_DAY, LAST_FIRST)
                    .param("day", day)
                    .param("before", before)
                    .param("limit", BATCH)
                    .query(rows);
            var last = rows.last();
            if (last != null) {
                day = last.heldOn();
                before = last.id();
            }
        } while (rows.handOn() == BATCH);
    }

    @Override
    public List<ConversationFact> page(Scope scope, long cycleId, long after, int limit) {
        var facts = new ArrayList<ConversationFact>();
        var rows = new ConversationRows(new TeamDepartments(jdbc), facts::add);
        statement(scope, cycleId, ofScope(scope) + NEXT_BY_ID, "c.id")
                .param("after", after)
                .param("limit", limit)
                .query(rows);
        rows.handOn();
        return facts;
    }

    private static String ofScope(Scope scope) {
        return OF_SCOPE.formatted(scope.condition("pt.person_id"));
    }

    private JdbcClient.StatementSpec statement(Scope scope, long cycleId, String which, String order) {
        var cycle = spans.of(cycleId);
        return jdbc.sql(SQL.formatted(scope.condition("own.person_id"), which, order))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .param("first", cycle.startsOn())
                .param("last", cycle.endsOn());
    }
}
