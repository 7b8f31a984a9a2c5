package org.weft.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.progress.ProgressState;
import org.weft.reports.InsightService;
import org.weft.reports.MyPeopleService;

/**
 * What the grid and what it is kept by ask of the database: a million participants in PostgreSQL, a tenth in H2. Every
 * figure stands beside its yardstick, and both are taken by turns.
 */
class GridBench {

    private static final int PAGE = 50;
    private static final int DEEP = 100_000;

    private static final Scope EVERYBODY = new Scope.Everybody();
    private static final ProgressFilter ALL = ProgressFilter.of(BenchData.CYCLE);
    private static final ProgressSort BY_NAME = ProgressSort.by(ProgressColumn.NAME);

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
        pages(portal);
        deep(portal);
        counts(portal);
        dashboard(portal);
        myPeople(portal);
        LoggingTimes.measure(portal);
    }

    /** Every sort there is, both ways; by a portal that has been running for a while. */
    private static void sorts(BenchPortal portal) throws Exception {
        Timing.sideBySide(
                2_000,
                1,
                portal::forgetResults,
                () -> page(portal, EVERYBODY, ALL, ProgressSort.DEFAULT, 0),
                () -> bare(portal));
        for (var column : ProgressColumn.values()) {
            for (var sort :
                    List.of(ProgressSort.by(column), ProgressSort.by(column).descending())) {
                var times = Timing.sideBySide(
                        200,
                        Timing.MANY,
                        portal::forgetResults,
                        () -> page(portal, EVERYBODY, ALL, sort, 0),
                        () -> bare(portal));
                Lines.p95(
                        portal + ": first page, sorted by " + sort.property(),
                        times.ours(),
                        "bare page by primary key",
                        times.theirs(),
                        3);
            }
        }
        statements(portal, "first page, unfiltered", EVERYBODY, List.of(ALL));
    }

    private static void pages(BenchPortal portal) throws Exception {
        var filters = singleFilters(portal);
        var pages = new LinkedHashMap<String, Timing.Work>();
        filters.forEach((name, filter) -> {
            for (var sort : List.of(ProgressSort.DEFAULT, BY_NAME)) {
                pages.put(
                        "first page, " + name + ", sorted by " + sort.property(),
                        () -> page(portal, EVERYBODY, filter, sort, 0));
            }
        });
        for (var sort : List.of(ProgressSort.DEFAULT, BY_NAME, ProgressSort.by(ProgressColumn.DONE))) {
            leads(portal)
                    .forEach((name, scope) -> pages.put(
                            "first page " + name + ", sorted by " + sort.property(),
                            () -> page(portal, scope, ALL, sort, 0)));
        }
        bounded(portal, 100, pages, 25);
        statements(portal, "first page, any single filter", EVERYBODY, filters.values());
        for (var lead : leads(portal).entrySet()) {
            statements(portal, "first page " + lead.getKey(), lead.getValue(), List.of(ALL));
        }
    }

    /** Every facet, with values that leave many, few and none where that makes a difference. */
    private static Map<String, ProgressFilter> singleFilters(BenchPortal portal) {
        var filters = new LinkedHashMap<String, ProgressFilter>();
        add(filters, ProgressFacet.COHORT, 7);
        add(filters, ProgressFacet.TEAM, BenchData.FIRST_TEAM + portal.data().regularLeads() / 2);
        add(filters, ProgressFacet.TEAM, BenchData.FIRST_DEPARTMENT + 3);
        add(filters, ProgressFacet.LEAD, portal.data().cohortLead(3));
        add(filters, ProgressFacet.OBJECTIVE, anObjective(portal));
        for (var level : Level.values()) {
            add(filters, ProgressFacet.LEVEL, level);
        }
        for (var type : ObjectiveType.values()) {
            add(filters, ProgressFacet.TYPE, type);
        }
        for (var status : AssignmentStatus.values()) {
            add(filters, ProgressFacet.STATUS, status);
        }
        for (var state : ProgressState.values()) {
            add(filters, ProgressFacet.STATE, state);
        }
        for (var health : Health.values()) {
            add(filters, ProgressFacet.HEALTH, health);
        }
        add(filters, ProgressFacet.DUE, 0);
        add(filters, ProgressFacet.DUE, 14);
        add(filters, ProgressFacet.SILENT, 7);
        add(filters, ProgressFacet.SILENT, 30);
        add(filters, ProgressFacet.REMINDED, "yes");
        add(filters, ProgressFacet.REMINDED, "no");
        add(filters, ProgressFacet.LOCATION, "Lisbon");
        add(filters, ProgressFacet.TEXT, "berg");
        add(filters, ProgressFacet.TEXT, "quentin zimquist");
        add(filters, ProgressFacet.TEXT, "rumpelstiltskin");
        add(filters, ProgressFacet.TEXT, "be");
        return filters;
    }

    private static void add(Map<String, ProgressFilter> filters, ProgressFacet facet, Object value) {
        var filter = ALL.with(facet, value);
        filters.put(facet.word() + "=" + filter.get(facet).orElseThrow(), filter);
    }

    private static long anObjective(BenchPortal portal) {
        return portal.jdbc()
                .sql("select max(template_id) from assignment where participant_id = 1000")
                .query(Long.class)
                .single();
    }

    /**
     * As somebody scrolls there: from a place the grid remembers, and for comparison by a jump from the top, which walks
     * along the index past all rows in between.
     */
    private static void deep(BenchPortal portal) throws Exception {
        var row = Math.min(DEEP, portal.data().participants() * 9 / 10);
        for (var sort : List.of(
                ProgressSort.DEFAULT,
                BY_NAME,
                ProgressSort.by(ProgressColumn.PROGRESS).descending())) {
            var progress = portal.bean(ProgressService.class);
            var place =
                    progress.list(EVERYBODY, ALL, sort, null, row - PAGE, PAGE).last();
            var times = Timing.sideBySide(
                    20,
                    200,
                    portal::forgetResults,
                    () -> progress.list(EVERYBODY, ALL, sort, place, row, PAGE),
                    () -> page(portal, EVERYBODY, ALL, sort, 0));
            var what = "%s: page at row %,d, sorted by %s".formatted(portal, row, sort.property());
            Lines.p95(what + ", scrolled to", times.ours(), "first page", times.theirs(), 8);
            var jump = Timing.sideBySide(
                            5, 50, portal::forgetResults, () -> page(portal, EVERYBODY, ALL, sort, row), () -> {})
                    .ours();
            Lines.p95(what + ", jumped to", jump, "first page", times.theirs(), Double.NaN);
        }
    }

    private static void counts(BenchPortal portal) throws Exception {
        var counts = new LinkedHashMap<String, Timing.Work>();
        counts.put("count, unfiltered", () -> count(portal, EVERYBODY, ALL));
        singleFilters(portal)
                .forEach((name, filter) -> counts.put("count, " + name, () -> count(portal, EVERYBODY, filter)));
        leads(portal).forEach((name, scope) -> counts.put("count, " + name, () -> count(portal, scope, ALL)));
        bounded(portal, 60, counts, 50);
    }

    /** What an executive opens, against the sums over all assignments of the cycle that it shows. */
    private static void dashboard(BenchPortal portal) throws Exception {
        var insight = portal.bean(InsightService.class);
        var live = Timing.sideBySide(
                1,
                5,
                portal::forgetResults,
                () -> portal.jdbc()
                        .sql("""
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
                        .listOfRows(),
                () -> {});
        var ours = Timing.sideBySide(
                1, 50, portal::forgetResults, () -> insight.read(EVERYBODY, BenchData.CYCLE), () -> {});
        Lines.p95(portal + ": executive dashboard", ours.ours(), "live GROUP BY", live.ours(), 0.01);
    }

    /** What a manager opens, counted when asked for. */
    private static void myPeople(BenchPortal portal) throws Exception {
        portal.signIn(Role.MANAGER);
        var people = portal.bean(MyPeopleService.class);
        var pages = new LinkedHashMap<String, Timing.Work>();
        leads(portal)
                .forEach((name, scope) -> pages.put("my people, " + name, () -> people.read(scope, BenchData.CYCLE)));
        bounded(portal, 40, pages, 2_000);
        portal.signIn(Role.HR);
    }

    private static Map<String, Scope> leads(BenchPortal portal) {
        var leads = new LinkedHashMap<String, Scope>();
        leads.put("for a manager of 20", new Scope.Led(portal.data().leadOf20()));
        leads.put("for a manager of 5,000", new Scope.Led(portal.data().leadOf5000()));
        return leads;
    }

    private static void againstTenThousand(BenchPortal large, BenchPortal small) throws Exception {
        // Each portal has its own holder of who is signed in.
        small.signIn(Role.HR);
        large.signIn(Role.HR);
        for (var sort : List.of(
                ProgressSort.DEFAULT,
                BY_NAME,
                ProgressSort.by(ProgressColumn.TEAM),
                ProgressSort.by(ProgressColumn.LAST_ACTIVITY).descending())) {
            var times = Timing.sideBySide(
                    50, 300, () -> page(large, EVERYBODY, ALL, sort, 0), () -> page(small, EVERYBODY, ALL, sort, 0));
            Lines.ratio(
                    large + ": first page, sorted by " + sort.property() + ", median",
                    Timing.median(times.ours()),
                    "ms",
                    small + ": the same",
                    Timing.median(times.theirs()),
                    1.3);
        }
    }

    private static void bounded(BenchPortal portal, int times, Map<String, Timing.Work> works, double most)
            throws Exception {
        var taken = Timing.byTurns(20, times, portal::forgetResults, List.copyOf(works.values()))
                .iterator();
        works.keySet().forEach(what -> Lines.p95(portal + ": " + what, taken.next(), most));
    }

    /** How many statements a first page takes: the most of all these. */
    private static void statements(BenchPortal portal, String what, Scope scope, Iterable<ProgressFilter> filters)
            throws Exception {
        var most = List.<String>of();
        for (var filter : filters) {
            var sent = portal.statements().during(() -> page(portal, scope, filter, ProgressSort.DEFAULT, 0));
            most = sent.size() > most.size() ? sent : most;
        }
        Lines.bound(portal + ": statements, " + what, most.size(), "", 2);
    }

    private static void page(BenchPortal portal, Scope scope, ProgressFilter filter, ProgressSort sort, int offset) {
        portal.bean(ProgressService.class).list(scope, filter, sort, offset, PAGE);
    }

    private static void count(BenchPortal portal, Scope scope, ProgressFilter filter) {
        portal.bean(ProgressService.class).count(scope, filter);
    }

    private static void bare(BenchPortal portal) {
        portal.jdbc().sql(BARE).query().listOfRows();
    }
}
