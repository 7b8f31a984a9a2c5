package org.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What an open grid costs: memory on the server for as long as it is open, bytes and time for its first answer, and
 * statements for each scroll. Everything goes over HTTP, in sessions that signed in.
 */
class SessionBench {

    private static final int SESSIONS = 60;
    private static final String PROGRESS = "progress";
    private static final String LARGE = "cycle=" + BenchData.CYCLE;
    private static final String SMALL = "cycle=" + BenchData.SMALL_CYCLE;

    @Test
    void heapOfAnOpenGrid() throws Exception {
        var portal = BenchPortal.large();
        portal.enter();
        new BenchAccounts(portal).hr("session-hr");
        try (var http = FlowClient.http()) {
            // What is remembered once for all is there before anything is weighed.
            open(portal, http, 15, SMALL);
            open(portal, http, 15, LARGE);
            var small = weigh(portal, http, SMALL);
            var large = weigh(portal, http, LARGE);
            Lines.ratio(
                    "live heap of a session with the open grid of %,d"
                            .formatted(portal.data().participants()),
                    large / 1000,
                    "kB",
                    "of %,d".formatted(BenchData.participantsOf(BenchData.SMALL_CYCLE)),
                    small / 1000,
                    1.05);
            Lines.bound("live heap of such a session", Math.max(small, large) / 1000, "kB", 500);
        }
    }

    /** The grid's own answer: fifty rows. What stands around the grid is a matter of the page, and is told beside it. */
    @Test
    void firstAnswer() throws Exception {
        var portal = BenchPortal.large();
        portal.enter();
        new BenchAccounts(portal).hr("answer-hr");
        try (var http = FlowClient.http()) {
            var ours = new FlowClient(http, portal.port());
            var theirs = new FlowClient(http, portal.port());
            ours.signIn("answer-hr", BenchAccounts.PASSWORD);
            theirs.signIn("answer-hr", BenchAccounts.PASSWORD);
            var page = ours.open(PROGRESS, LARGE);
            var bare = theirs.open(ComponentGrid.ROUTE, "");
            var rows = ours.scroll(400, 50);
            var components = theirs.scroll(400, 50);
            assertThat(rows.persons()).hasSize(50).hasSameElementsAs(components.persons());
            Lines.ratio(
                    "bytes of the grid's answer, 50 rows",
                    rows.bytes() / 1000.0,
                    "kB",
                    "the same with component columns",
                    components.bytes() / 1000.0,
                    0.1);
            var place = new AtomicInteger();
            var times = Timing.sideBySide(
                    10,
                    60,
                    () -> ours.scroll(place.addAndGet(100) % 5_000, 50),
                    () -> theirs.scroll(place.get() % 5_000, 50));
            Lines.p95(
                    "time of the grid's answer, 50 rows",
                    times.ours(),
                    "the same with component columns",
                    times.theirs(),
                    1);
            Lines.fact("bytes of the whole page with its first rows", page.bytes() / 1000.0, "kB");
            Lines.fact("bytes of the bare grid with component columns", bare.bytes() / 1000.0, "kB");
            var opened = Timing.millis(5, 30, () -> ours.open(PROGRESS, LARGE));
            Lines.p95("time to open the whole page", opened, 300);
        }
    }

    @Test
    void statementsOfAScroll() throws Exception {
        var portal = BenchPortal.large();
        portal.enter();
        new BenchAccounts(portal).hr("scroll-hr");
        try (var http = FlowClient.http()) {
            var client = new FlowClient(http, portal.port());
            client.signIn("scroll-hr", BenchAccounts.PASSWORD);
            client.open(PROGRESS, LARGE);
            client.scroll(50, 50);
            var scrolled = portal.statements().during(() -> client.scroll(600, 50));
            // Every request first asks whether the account still stands.
            var rows = scrolled.stream()
                    .filter(sql -> !sql.contains("from account"))
                    .toList();
            Lines.bound("statements of a scroll", rows.size(), "", 2);
            Lines.bound("counts of a scroll", counts(scrolled), "", 0);
            var filtered = portal.statements().during(() -> client.navigate(PROGRESS, LARGE + "&state=at-risk"));
            Lines.bound("counts of a change of filter", counts(filtered), "", 1);
            Lines.fact("statements of a change of filter, with all around the grid", filtered.size(), "");
        }
    }

    private static long counts(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .filter(sql -> sql.contains("count(") && sql.contains("participant"))
                .count();
    }

    /** What the heap grows by for each of a number of sessions that stay open. */
    private static double weigh(BenchPortal portal, HttpClient http, String query) throws Exception {
        var before = liveHeap();
        var open = open(portal, http, SESSIONS, query);
        var grown = liveHeap() - before;
        assertThat(open).hasSize(SESSIONS);
        return (double) grown / SESSIONS;
    }

    /** Signed in, looking at the list, and having scrolled a little. */
    private static List<FlowClient> open(BenchPortal portal, HttpClient http, int sessions, String query)
            throws Exception {
        var open = new ArrayList<FlowClient>();
        for (var i = 0; i < sessions; i++) {
            var client = new FlowClient(http, portal.port());
            client.signIn("session-hr", BenchAccounts.PASSWORD);
            client.open(PROGRESS, query);
            client.scroll(100, 50);
            client.scroll(400, 50);
            open.add(client);
        }
        return open;
    }

    private static long liveHeap() throws InterruptedException {
        var least = Long.MAX_VALUE;
        for (var i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(300);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
