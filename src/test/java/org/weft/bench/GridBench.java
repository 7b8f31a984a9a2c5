package org.weft.bench;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.AccountDetails;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationService;
import org.weft.people.Level;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.progress.ProgressState;
import org.weft.reports.InsightService;

/**
 * What the grid and what it is kept by ask of the database: a million participants in PostgreSQL, a tenth in H2. Every
 * figure stands beside its yardstick, and both are taken by turns.
 */
class GridBench {

    private static final int PAGE = 50;
    private static final int DEEP = 100_000;
    private static final Scope EVERYBODY = new Scope.Everybody();
    private static final ProgressFilter ALL = ProgressFilter.of(BenchData.CYCLE);

    /** Every page of fifty, as it stands in the table. */
    private static final String BARE = "select * from participant order by id fetch next 50 rows only";

    @Test
    void onPostgres() throws Exception {
        var large = BenchPortal.large();
        measure(large);
        againstTenThousand(large, BenchPortal.small());
    }

    @Test
    void onH2() throws Exception {
        measure(BenchPortal.embedded());
    }

    private static void measure(BenchPortal portal) throws Exception {
        portal.signIn(Role.HR);
        sorts(portal);
        filters(portal);
        scopes(portal);
        deep(portal);
        counts(portal);
        dashboard(portal);
        logging(portal);
    }

    /** Every sort there is, both ways. The slowest stands in the table, the others are below it. */
    private static void sorts(BenchPortal portal) throws Exception {
        for (var column : ProgressColumn.values()) {
            for (var sort : List.of(
                    ProgressSort.by(column), ProgressSort.by(column).descending())) {
                var times = Timing.sideBySide(
                        10, 100, () -> page(portal, EVERYBODY, ALL, sort, 0), () -> bare(portal));
                Lines.ratio(
                        portal + ": first page, sorted by " + sort.property() + ", p95",
                        Timing.p95(times.ours()),
                        "ms",
                        "bare page by primary key",
                        Timing.p95(times.theirs()),
                        3);
            }
        }
        statements(portal, "first page, unfiltered", EVERYBODY, ALL, ProgressSort.DEFAULT);
    }

    private static void filters(BenchPortal portal) throws Exception {
        for (var filter : singleFilters(portal).entrySet()) {
            bounded(
                    portal,
                    "first page, " + filter.getKey(),
                    () -> page(portal, EVERYBODY, filter.getValue(), ProgressSort.DEFAULT, 0));
            statements(portal, "first page, " + filter.getKey(), EVERYBODY, filter.getValue(), ProgressSort.DEFAULT);
        }
    }

    private static Map<String, ProgressFilter> singleFilters(BenchPortal portal) {
        var filters = new LinkedHashMap<String, ProgressFilter>();
        filters.put("cohort", ALL.cohort(7L));
        filters.put("a team", ALL.team((long) BenchData.FIRST_TEAM + portal.data().regularLeads() / 2));
        filters.put("a department and below", ALL.team((long) BenchData.FIRST_DEPARTMENT + 3));
        filters.put("level front line", ALL.level(Level.FRONT_LINE));
        filters.put("level executive", ALL.level(Level.EXECUTIVE));
        for (var state : ProgressState.values()) {
            filters.put("state " + state, ALL.state(state));
        }
        filters.put("a common name", ALL.name("Berg"));
        filters.put("a rare name", ALL.name("quentin zimquist"));
        filters.put("a name nobody has", ALL.name("rumpelstiltskin"));
        return filters;
    }

    private static void scopes(BenchPortal portal) throws Exception {
        var small = new Scope.Led(portal.data().leadOf20());
        var large = new Scope.Led(portal.data().leadOf5000());
        for (var scope : Map.of("a manager of 20", small, "a manager of 5,000", large)
                .entrySet()) {
            for (var sort : List.of(
                    ProgressSort.DEFAULT, ProgressSort.by(ProgressColumn.NAME), ProgressSort.by(ProgressColumn.DONE))) {
                bounded(
                        portal,
                        "first page for " + scope.getKey() + ", sorted by " + sort.property(),
                        () -> page(portal, scope.getValue(), ALL, sort, 0));
            }
            statements(portal, "first page for " + scope.getKey(), scope.getValue(), ALL, ProgressSort.DEFAULT);
        }
    }

    private static void deep(BenchPortal portal) throws Exception {
        var row = Math.min(DEEP, portal.data().participants() * 9 / 10);
        for (var sort : List.of(
                ProgressSort.DEFAULT,
                ProgressSort.by(ProgressColumn.NAME),
                ProgressSort.by(ProgressColumn.PROGRESS).descending())) {
            var times = Timing.sideBySide(
                    5,
                    100,
                    () -> page(portal, EVERYBODY, ALL, sort, row),
                    () -> page(portal, EVERYBODY, ALL, sort, 0));
            Lines.ratio(
                    "%s: page at row %,d, sorted by %s, p95".formatted(portal, row, sort.property()),
                    Timing.p95(times.ours()),
                    "ms",
                    "first page",
                    Timing.p95(times.theirs()),
                    8);
        }
    }

    private static void counts(BenchPortal portal) throws Exception {
        var filters = new LinkedHashMap<String, ProgressFilter>();
        filters.put("unfiltered", ALL);
        filters.putAll(singleFilters(portal));
        for (var filter : filters.entrySet()) {
            var times = Timing.sideBySide(
                    3, 60, () -> portal.bean(ProgressService.class).count(EVERYBODY, filter.getValue()), () -> {});
            Lines.bound(portal + ": count, " + filter.getKey() + ", p95", Timing.p95(times.ours()), "ms", 50);
        }
    }

    /** What an executive opens, against the sums over all assignments of the cycle that it shows. */
    private static void dashboard(BenchPortal portal) throws Exception {
        var insight = portal.bean(InsightService.class);
        var live = Timing.millis(1, 3, () -> portal.jdbc().sql("""
                        select d.id, d.name, p.level, a.status, count(*), count(distinct a.participant_id),
                            count(case when a.due_on < :today then 1 end)
                        from assignment a
                        join person p on p.id = a.person_id
                        left join team t on t.id = p.team_id
                        left join team d on d.id = t.parent_id
                        where a.cycle_id = :cycle
                        group by d.id, d.name, p.level, a.status""")
                .param("cycle", BenchData.CYCLE)
                .param("today", LocalDate.of(2026, 11, 17))
                .query()
                .listOfRows());
        var ours = Timing.sideBySide(1, 50, () -> insight.read(EVERYBODY, BenchData.CYCLE), () -> {});
        Lines.ratio(
                portal + ": executive dashboard, p95",
                Timing.p95(ours.ours()),
                "ms",
                "live GROUP BY",
                Timing.median(live),
                0.01);
    }

    /** Logs conversations, and writes rows of the same tables as bare inserts of one transaction, by turns. */
    private static void logging(BenchPortal portal) throws Exception {
        var account = portal.signIn(Role.HR);
        var conversations = portal.bean(ConversationService.class);
        var drafts = new ArrayDeque<>(drafts(portal, 900));
        var first = drafts.pop();
        var written = portal.statements().during(() -> conversations.log(EVERYBODY, first));
        var bare = new BareConversation(portal, account);
        var times = Timing.sideBySide(
                20, 200, () -> conversations.log(EVERYBODY, drafts.pop()), () -> bare.write(drafts.pop()));
        Lines.ratio(
                portal + ": log a conversation, p95",
                Timing.p95(times.ours()),
                "ms",
                "bare inserts of the same rows",
                Timing.p95(times.theirs()),
                3);
        Lines.ratio(
                portal + ": log a conversation, median",
                Timing.median(times.ours()),
                "ms",
                "bare inserts of the same rows",
                Timing.median(times.theirs()),
                3);
        Lines.fact(portal + ": statements to log a conversation", written.size(), "");
    }

    /** Pairs of people who work on something, each with an objective the conversation counts for. */
    private static List<ConversationDraft> drafts(BenchPortal portal, int count) {
        record Open(long personId, long assignmentId) {}
        var open = portal.jdbc().sql("""
                        select a.person_id, min(a.id) as assignment_id
                        from assignment a join person p on p.id = a.person_id
                        where a.cycle_id = :cycle and a.status = 'IN_PROGRESS' and p.active
                            and a.person_id between 600 and 8000
                        group by a.person_id order by a.person_id""")
                .param("cycle", BenchData.CYCLE)
                .query(Open.class)
                .list();
        var drafts = new ArrayList<ConversationDraft>();
        for (var i = 0; i < count; i++) {
            var one = open.get(2 * i % open.size());
            var other = open.get((2 * i + 1) % open.size());
            drafts.add(new ConversationDraft(
                    UUID.randomUUID().toString(),
                    LocalDate.of(2026, 11, 13),
                    ConversationKind.TALK,
                    Set.of(one.personId(), other.personId()),
                    "How the orders reach each other",
                    "We look at the list together on Mondays",
                    null,
                    Set.of(one.assignmentId(), other.assignmentId())));
        }
        return drafts;
    }

    private static void againstTenThousand(BenchPortal large, BenchPortal small) throws Exception {
        for (var sort : List.of(
                ProgressSort.DEFAULT,
                ProgressSort.by(ProgressColumn.NAME),
                ProgressSort.by(ProgressColumn.TEAM),
                ProgressSort.by(ProgressColumn.LAST_ACTIVITY).descending())) {
            var times = Timing.sideBySide(
                    50,
                    300,
                    () -> page(large, EVERYBODY, ALL, sort, 0),
                    () -> page(small, EVERYBODY, ALL, sort, 0));
            Lines.ratio(
                    large + ": first page, sorted by " + sort.property() + ", median",
                    Timing.median(times.ours()),
                    "ms",
                    small + ": the same",
                    Timing.median(times.theirs()),
                    1.3);
        }
    }

    private static void bounded(BenchPortal portal, String what, Timing.Work work) throws Exception {
        var times = Timing.sideBySide(5, 100, work, () -> {});
        Lines.bound(portal + ": " + what + ", p95", Timing.p95(times.ours()), "ms", 25);
    }

    private static void statements(
            BenchPortal portal, String what, Scope scope, ProgressFilter filter, ProgressSort sort) throws Exception {
        var sent = portal.statements().during(() -> page(portal, scope, filter, sort, 0));
        if (sent.size() > 2) {
            System.out.println(sent.stream().collect(joining("\n---\n")));
        }
        Lines.bound(portal + ": statements, " + what, sent.size(), "", 2);
    }

    private static void page(BenchPortal portal, Scope scope, ProgressFilter filter, ProgressSort sort, int offset) {
        portal.bean(ProgressService.class).list(scope, filter, sort, offset, PAGE);
    }

    private static void bare(BenchPortal portal) {
        portal.jdbc().sql(BARE).query().listOfRows();
    }

    /** The rows of a conversation, put there and nothing else done. */
    private record BareConversation(BenchPortal portal, AccountDetails account, TransactionTemplate transaction) {

        BareConversation(BenchPortal portal, AccountDetails account) {
            this(portal, account, new TransactionTemplate(portal.bean(PlatformTransactionManager.class)));
        }

        void write(ConversationDraft draft) {
            transaction.executeWithoutResult(status -> {
                var jdbc = portal.jdbc();
                var id = jdbc.sql("select nextval('conversation_seq')")
                        .query(Long.class)
                        .single();
                jdbc.sql("""
                                insert into conversation (id, request_id, held_on, kind, exchanged, agreed, created_at, created_by)
                                values (?, ?, ?, ?, ?, ?, current_timestamp, ?)""")
                        .params(
                                id,
                                draft.requestId(),
                                draft.heldOn(),
                                "TALK",
                                draft.exchanged(),
                                draft.agreed(),
                                account.id())
                        .update();
                for (var person : draft.personIds()) {
                    jdbc.sql("insert into conversation_person (conversation_id, person_id, team_id) values (?, ?, 60)")
                            .params(id, person)
                            .update();
                    jdbc.sql("""
                                    insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id,
                                        subject_name, person_id, detail)
                                    values (current_timestamp, ?, 'HR', 'CONVERSATION_LOGGED', 'conversation', ?,
                                        'Two people', ?, 'TALK')""")
                            .params(account.id(), id, person)
                            .update();
                }
                for (var assignment : draft.assignmentIds()) {
                    jdbc.sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)")
                            .params(id, assignment)
                            .update();
                }
            });
        }
    }
}
