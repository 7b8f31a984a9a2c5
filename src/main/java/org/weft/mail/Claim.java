package org.weft.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Messages this node has taken.
 *
 * @param last how far into the queue they reach
 * @param from the first may not go out before
 * @param pause lies between two of them at least
 */
record Claim(List<ClaimedMessage> messages, QueuePosition last, Instant from, Duration pause) {

    static final Claim NOTHING = new Claim(List.of(), QueuePosition.START, Instant.EPOCH, Duration.ZERO);

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** When the message at this place may go out. */
    Instant notBefore(int place) {
        return from.plus(pause.multipliedBy(place));
    }
}
