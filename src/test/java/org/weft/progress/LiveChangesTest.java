package org.weft.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.programs.ParticipantChanges;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What is changed is told to whoever has the cycle open, on every node, and nothing of it is lost. */
@WeftTest
class LiveChangesTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    LiveChanges live;

    @Autowired
    ChangeReader reader;

    @Autowired
    ProgressService progress;

    @Autowired
    MatrixService matrix;

    @Autowired
    ParticipantChanges changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Fixture fixture;

    final BlockingQueue<ProgressChanges> heard = new LinkedBlockingQueue<>();
    long cycle;
    long ada;
    long alan;
    LiveChanges.Subscription subscription;

    @BeforeEach
    void openGrid() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "Blue", null);
        ada = fixture.participant(cohort, fixture.person("Ada Lovelace"));
        alan = fixture.participant(cohort, fixture.person("Alan Turing"));
        fixture.jdbc().sql("delete from progress_change").update();
        subscription = live.subscribe(cycle, heard::add);
    }

    @AfterEach
    void close() {
        subscription.cancel();
    }

    private void change(long... participants) {
        transaction.executeWithoutResult(
                status -> changes.changed(LongStream.of(participants).boxed().toList()));
    }

    private ProgressChanges next() throws InterruptedException {
        var next = heard.poll(5, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void aChangeIsHeardOfWithinTwoSecondsAndOnce() throws Exception {
        var from = System.nanoTime();
        change(ada);

        assertThat(next().participantIds()).containsExactly(ada);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
        assertThat(heard.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aChangeOnAnotherNodeIsHeardOf() throws Exception {
        // Another node leaves a row, and nothing else, here.
        insert(alan);
        assertThat(next().participantIds()).containsExactly(alan);
    }

    @Test
    void anotherNodeHearsOfAChange() throws Exception {
        var node = new ChangeReader(fixture.jdbc(), clock);
        try {
            var there = new LinkedBlockingQueue<ProgressChanges>();
            node.subscribe(cycle, there::add);
            change(ada);
            var next = there.poll(5, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            assertThat(next.participantIds()).containsExactly(ada);
        } finally {
            node.destroy();
        }
    }

    @Test
    void whatWasWrittenEarlierButCommitsLaterIsNotLost() throws Exception {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var slow = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    insert(ada);
                    written.countDown();
                    await(commit);
                }));
        await(written);
        change(alan);
        assertThat(next().participantIds()).containsExactly(alan);

        commit.countDown();
        slow.join();

        assertThat(next().participantIds()).as("a lower id, in sight only now").containsExactly(ada);
        assertThat(fixture.jdbc()
                        .sql("select participant_id from progress_change order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(ada, alan);
    }

    private void insert(long participant) {
        fixture.jdbc()
                .sql("insert into progress_change (cycle_id, participant_id, at) values (?, ?, ?)")
                .params(cycle, participant, Timestamp.from(clock.instant()))
                .update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherCycleIsNotToldOf() throws Exception {
        var other =
                fixture.participant(fixture.cohort(fixture.cycle(), "Elsewhere", null), fixture.person("Grace Hopper"));
        change(other);
        change(ada);

        var all = new HashSet<Long>();
        while (!all.contains(ada)) {
            all.addAll(next().participantIds());
        }
        assertThat(all).doesNotContain(other);
    }

    @Test
    void nobodyReadsWhileNoGridIsOpen() {
        assertThat(reader.isReading()).isTrue();
        subscription.cancel();
        assertThat(reader.isReading()).isFalse();
    }

    @Test
    void aMemberMayNotListen() {
        SignedIn.as(Role.MEMBER);
        assertThatThrownBy(() -> live.subscribe(cycle, heard::add)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void rowsAreReadAgainWithinTheScopeInOneStatement() {
        fixture.figures(ada, Map.of("live_count", 2, "completed_count", 2));
        var done = ProgressFilter.of(cycle).state(ProgressState.DONE);

        var statements = Statements.of(() -> assertThat(progress.again(ALL, done, Set.of(ada, alan)))
                .extracting(again -> again.row().id(), LiveRow::matches)
                .containsExactlyInAnyOrder(tuple(ada, true), tuple(alan, false)));
        assertThat(statements).hasSize(1);
        assertThat(progress.again(new Scope.Nobody(), done, Set.of(ada))).isEmpty();
        assertThat(matrix.again(ALL, done, List.of(ada)))
                .singleElement()
                .satisfies(again -> assertThat(again.row().participant().id()).isEqualTo(ada));
    }

    @Test
    void whatWasReadLongAgoIsForgotten() {
        var seen = new SeenChanges(0);
        var start = clock.instant();
        assertThat(seen.isNew(50, start)).isTrue();
        assertThat(seen.isNew(150, start.plusSeconds(5))).isTrue();
        seen.settle(start.plus(SeenChanges.LATE));
        assertThat(seen.done()).isEqualTo(50);
        assertThat(seen.isNew(100, start.plus(SeenChanges.LATE))).as("late").isTrue();
        assertThat(seen.isNew(150, start.plus(SeenChanges.LATE))).isFalse();
    }
}
