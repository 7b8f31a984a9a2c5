package org.weft.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/**
 * The first page of 50 of the progress grid among 2,000 participants, for HR and for a manager of 20, with the count of
 * its filter chips. The yardstick is a bare page of 50 participants by primary key.
 */
@WeftTest
class GridBench {

    private static final int PARTICIPANTS = 2000;
    private static final int LINE = 20;

    @Autowired
    ProgressService progress;

    @Autowired
    Fixture fixture;

    @Autowired
    JdbcClient jdbc;

    private long manager;
    private ProgressFilter filter = ProgressFilter.of(0);

    @Test
    void firstPage() throws Exception {
        fill();
        SignedIn.as(Role.HR);
        var everybody = new Scope.Everybody();
        var led = new Scope.Led(manager);
        var bare = Timing.p95(Timing.millis(
                50,
                200,
                () -> jdbc.sql("select * from participant order by id fetch next 50 rows only")
                        .query()
                        .listOfRows()));
        var hr =
                Timing.p95(Timing.millis(50, 200, () -> progress.list(everybody, filter, ProgressSort.DEFAULT, 0, 50)));
        var chips = Timing.p95(Timing.millis(50, 200, () -> progress.count(everybody, filter)));
        var small = Timing.p95(Timing.millis(50, 200, () -> progress.list(led, filter, ProgressSort.DEFAULT, 0, 50)));
        Timing.print("first page of 50 for HR, p95", hr, "bare page by primary key", bare);
        Timing.print("count and filter chips for HR, p95", chips, "bare page by primary key", bare);
        Timing.print("first page for a manager of " + LINE + ", p95", small, "bare page by primary key", bare);
    }

    private void fill() {
        var random = new Random(7);
        manager = fixture.person("Ada", "Lovelace").level("MANAGER").add();
        var cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "Everybody", null);
        filter = ProgressFilter.of(cycle);
        for (var i = 0; i < PARTICIPANTS; i++) {
            var person = fixture.person("Person", "Number " + i)
                    .manager(i < LINE ? manager : null)
                    .add();
            var participant = fixture.participant(cohort, person);
            fixture.figures(
                    participant,
                    Map.of(
                            "live_count", 3,
                            "completed_count", random.nextInt(4),
                            "progress", random.nextDouble(),
                            "next_due_on", Fixture.QUARTER_START.plusDays(random.nextInt(90)),
                            "health",
                                    List.of("ON_TRACK", "AT_RISK", "NOT_UPDATED")
                                            .get(random.nextInt(3))));
        }
    }
}
