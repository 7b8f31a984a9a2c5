package org.weft.mail;

/**
 * What became of mails handed to the {@link Outbox}.
 *
 * @param queued will go out now
 * @param held wait in the outbox, as no mail server is set
 * @param suppressed have no address to go to
 * @param known were there already under the same key; nothing was written
 */
public record EnqueueResult(int queued, int held, int suppressed, int known) {

    /** How many will reach, or wait to reach, somebody. */
    public int accepted() {
        return queued + held;
    }
}
