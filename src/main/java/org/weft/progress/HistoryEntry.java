package org.weft.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.Health;

/**
 * Something that happened to a person in the programs.
 *
 * @param what the kind of event within its source: an assignment event's kind, a message's kind, an audit action
 * @param actor who did it; null for a mail
 * @param subject the objective's title, the mail's subject, or what the audit trail names
 * @param from the status before, of an assignment
 * @param to the status after, of an assignment; the status of a mail
 * @param note what was said with it; never the text of a mail
 */
public record HistoryEntry(
        Source source,
        String what,
        Instant at,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable Health health,
        @Nullable String note) {

    /** Where it is kept. */
    public enum Source {
        ASSIGNMENT,
        MESSAGE,
        PARTICIPANT
    }
}
