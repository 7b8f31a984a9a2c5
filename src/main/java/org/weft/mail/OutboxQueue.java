package org.weft.mail;

import java.time.Clock;

/**
 * What one look at the outbox has to send. Its workers take from it side by side.
 *
 * <p>It goes along the queue and does not begin at its front with each claim: while some transaction stays open, the
 * database keeps the entries of all that has been taken, and who begins at the front steps over every one of them.
 *
 * @see <a href="../../../../../../docs/decisions/018-every-node-sends.md">decision 018</a>
 */
class OutboxQueue {

    /** After so many claims it begins anew, for what came in before its place, and for what a dead node left. */
    private static final int PASS = 100;

    private final MessageStore store;
    private final MailPace pace;
    private final Clock clock;

    private Step step = Step.FIRST;
    private int claims;
    private volatile boolean ended;

    /** What is taken next: what dead nodes left, or what stands in the queue behind a place. */
    private record Step(boolean abandoned, QueuePosition place) {
        static final Step FIRST = new Step(true, QueuePosition.START);
        static final Step FRONT = new Step(false, QueuePosition.START);
    }

    OutboxQueue(MessageStore store, MailPace pace, Clock clock) {
        this.store = store;
        this.pace = pace;
        this.clock = clock;
    }

    /** Nobody takes anything more in this look. */
    void end() {
        ended = true;
    }

    /**
     * The next ones, for whoever asks alone; none when all that is due is taken, or may not go out yet. One worker asks at
     * a time: rows that another is about to take are passed over, so an empty answer beside its question says nothing.
     */
    synchronized Claim next(int limit) {
        while (!ended) {
            var claim = step.abandoned()
                    ? store.claimAbandoned(limit, clock.instant(), pace)
                    : store.claim(limit, clock.instant(), pace, step.place());
            advance(claim);
            if (!claim.isEmpty()) {
                return claim;
            }
        }
        return Claim.NOTHING;
    }

    private void advance(Claim claim) {
        if (!claim.isEmpty()) {
            claims++;
            if (claims % PASS == 0) {
                step = Step.FIRST;
            } else if (!step.abandoned()) {
                step = new Step(false, claim.last());
            }
        } else if (step.equals(Step.FRONT)) {
            ended = true;
        } else {
            step = step.equals(Step.FIRST) ? Step.FRONT : Step.FIRST;
        }
    }
}
