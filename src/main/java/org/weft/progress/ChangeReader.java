package org.weft.progress;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.weft.programs.ParticipantsChanged;

/**
 * Reads {@code progress_change} once a second for all open grids of this node, and not at all while none is open. A
 * change on this node is looked for as soon as it has been committed; a short wait collects what comes in a burst.
 */
@Component
class ChangeReader implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

    private static final long PERIOD_MILLIS = 1000;
    private static final long BURST_MILLIS = 300;

    private record Change(long id, long cycleId, @Nullable Long participantId) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService threads;
    private @Nullable Future<?> reading;
    private @Nullable SeenChanges seen;

    ChangeReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        // One reads while others hand on: a view that reads its rows again does so on the thread that tells it.
        threads = Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().daemon().name("weft-live-", 0).factory());
    }

    synchronized LiveChanges.Subscription subscribe(long cycleId, Consumer<ProgressChanges> listener) {
        var subscriber = new Subscriber(cycleId, listener);
        subscribers.add(subscriber);
        if (reading == null) {
            reading = threads.scheduleWithFixedDelay(this::read, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        return subscriber;
    }

    private synchronized void cancel(Subscriber subscriber) {
        subscribers.remove(subscriber);
        if (subscribers.isEmpty() && reading != null) {
            reading.cancel(false);
            reading = null;
        }
    }

    boolean isReading() {
        return !subscribers.isEmpty();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(ParticipantsChanged event) {
        if (isReading() && woken.compareAndSet(false, true)) {
            threads.schedule(
                    () -> {
                        woken.set(false);
                        read();
                    },
                    BURST_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void read() {
        try {
            changes().forEach(this::tell);
        } catch (RuntimeException e) {
            // The database may be away for a while; the next look finds what this one missed.
            log.warn("Open grids could not be told what has changed: {}", e.toString());
        }
    }

    /** What is new, by cycle. */
    private synchronized Map<Long, ProgressChanges> changes() {
        if (!isReading()) {
            seen = null;
            return Map.of();
        }
        var now = clock.instant();
        var known = seen;
        if (known == null) {
            known = new SeenChanges(jdbc.sql("select coalesce(max(id), 0) from progress_change where at < :lately")
                    .param("lately", Timestamp.from(now.minus(SeenChanges.LATE)))
                    .query(Long.class)
                    .single());
            seen = known;
        }
        var many = new HashSet<Long>();
        var ids = new HashMap<Long, Set<Long>>();
        for (var change : jdbc.sql(
                        "select id, cycle_id, participant_id from progress_change where id > :done order by id")
                .param("done", known.done())
                .query(Change.class)
                .list()) {
            if (known.isNew(change.id(), now)) {
                var participants = ids.computeIfAbsent(change.cycleId(), cycle -> new HashSet<>());
                if (change.participantId() == null) {
                    many.add(change.cycleId());
                } else {
                    participants.add(change.participantId());
                }
            }
        }
        known.settle(now);
        var changes = new HashMap<Long, ProgressChanges>();
        ids.forEach(
                (cycle, participants) -> changes.put(cycle, new ProgressChanges(many.contains(cycle), participants)));
        return changes;
    }

    private void tell(long cycleId, ProgressChanges changes) {
        for (var subscriber : subscribers) {
            if (subscriber.cycleId == cycleId) {
                threads.execute(() -> subscriber.tell(changes));
            }
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private final class Subscriber implements LiveChanges.Subscription {

        private final long cycleId;
        private final Consumer<ProgressChanges> listener;

        private Subscriber(long cycleId, Consumer<ProgressChanges> listener) {
            this.cycleId = cycleId;
            this.listener = listener;
        }

        private void tell(ProgressChanges changes) {
            try {
                if (subscribers.contains(this)) {
                    listener.accept(changes);
                }
            } catch (RuntimeException e) {
                log.warn("An open grid could not be told what has changed", e);
            }
        }

        @Override
        public void cancel() {
            ChangeReader.this.cancel(this);
        }

        @Override
        public void again(Duration delay) {
            try {
                threads.schedule(() -> tell(ProgressChanges.NONE), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                log.debug("The portal is stopping", stopping);
            }
        }
    }
}
