package org.weft.reminders;

/**
 * What became of a {@link ReminderRequest}.
 *
 * @param queued are being sent
 * @param waiting go out later: when the working day begins where the recipient is
 * @param held wait in the outbox, as no mail server is set
 * @param skipped were left out: reminded meanwhile, nothing open any more, no address, inactive, or no longer visible
 */
public record ReminderResult(int queued, int waiting, int held, int skipped) {}
