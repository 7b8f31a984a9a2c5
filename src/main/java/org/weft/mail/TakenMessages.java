package org.weft.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages one worker has taken and what came of them. It is written down together: for all of them, or for those of
 * the last second where the server is slow, so that a node that dies repeats no more than that. And as often it is asked
 * anew whether the others are still to go out.
 */
class TakenMessages {

    private static final Logger log = LoggerFactory.getLogger(TakenMessages.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Claim claim;
    private final LastLooks lastLooks;
    private final MessageStore store;
    private final MailPace pace;
    private final Clock clock;
    private final Deque<ClaimedMessage> waiting;
    private final List<SendResult> unwritten = new ArrayList<>();
    private int place;
    private long taken = System.nanoTime();
    private long looked;

    TakenMessages(Claim claim, LastLooks lastLooks, MessageStore store, MailPace pace, Clock clock) {
        this.claim = claim;
        this.lastLooks = lastLooks;
        this.store = store;
        this.pace = pace;
        this.clock = clock;
        waiting = new ArrayDeque<>(claim.messages());
        look();
    }

    /** The next to send, as soon as it may go out; null when there is none, and then all is written down. */
    @Nullable ClaimedMessage next() {
        if (isPast(taken, pace.takeOverAfter().dividedBy(2))) {
            keep();
        }
        if (isPast(looked, FRESH)) {
            write();
            look();
        }
        if (waiting.isEmpty()) {
            write();
        }
        if (!waiting.isEmpty()) {
            sleep(Duration.between(clock.instant(), claim.notBefore(place++)));
        }
        return waiting.poll();
    }

    void note(SendResult result) {
        unwritten.add(result);
    }

    /** Nothing more is tried. */
    void giveBack(Function<ClaimedMessage, SendResult> untried) {
        waiting.forEach(message -> unwritten.add(untried.apply(message)));
        waiting.clear();
        write();
    }

    /** Before another node could think that this one is dead. */
    private void keep() {
        write();
        taken = System.nanoTime();
        wait(store.keep(List.copyOf(waiting), until()));
    }

    /** Somebody may have said a moment ago that they want no more. */
    private void look() {
        wait(lastLooks.wanted(List.copyOf(waiting)));
        looked = System.nanoTime();
    }

    private void wait(List<ClaimedMessage> messages) {
        waiting.clear();
        waiting.addAll(messages);
    }

    private Instant until() {
        return clock.instant().plus(pace.takeOverAfter());
    }

    /**
     * The server has taken these messages. Should the database be away just now, it is waited for, as long as no other
     * node may send them: after that there is nothing to win.
     */
    private void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        var start = System.nanoTime();
        while (true) {
            try {
                store.settle(unwritten);
                break;
            } catch (RuntimeException e) {
                if (isPast(start, pace.takeOverAfter()) || !sleep(BETWEEN_TRIES)) {
                    log.error("What came of {} messages could not be written down", unwritten.size(), e);
                    break;
                }
                log.warn("What came of {} messages is written down as soon as the database is back", unwritten.size());
            }
        }
        unwritten.clear();
    }

    private static boolean isPast(long start, Duration duration) {
        return System.nanoTime() - start > duration.toNanos();
    }

    /** @return false when asked to end */
    private static boolean sleep(Duration time) {
        if (time.isPositive()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
