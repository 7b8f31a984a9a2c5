package org.weft.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of the outbox. All conditions that are given must hold.
 *
 * @param status only these, or null for all
 * @param kind only what is about this, or null for all
 * @param reason only those that stand where they stand for this reason, or null for all
 * @param personId only those to this person of the directory, or null for all
 * @param from only those written at this moment or later, or null
 * @param before only those written earlier than this moment, or null
 * @param search part of a recipient's name or address or of the subject, in any case; blank for all
 */
public record MessageFilter(
        @Nullable MessageStatus status,
        @Nullable MailKind kind,
        @Nullable MessageReason reason,
        @Nullable Long personId,
        @Nullable Instant from,
        @Nullable Instant before,
        String search) {

    public static final MessageFilter ALL = new MessageFilter(null, null, null, null, null, null, "");

    public MessageFilter withStatus(@Nullable MessageStatus status) {
        return new MessageFilter(status, kind, reason, personId, from, before, search);
    }

    public MessageFilter withKind(@Nullable MailKind kind) {
        return new MessageFilter(status, kind, reason, personId, from, before, search);
    }

    public MessageFilter withReason(@Nullable MessageReason reason) {
        return new MessageFilter(status, kind, reason, personId, from, before, search);
    }

    public MessageFilter withPerson(@Nullable Long personId) {
        return new MessageFilter(status, kind, reason, personId, from, before, search);
    }

    /**
     * Written from the start of the first day to the end of the last one.
     *
     * @param zone where the days begin and end
     */
    public MessageFilter withDays(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) {
        return new MessageFilter(
                status,
                kind,
                reason,
                personId,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                search);
    }

    public MessageFilter withSearch(String search) {
        return new MessageFilter(status, kind, reason, personId, from, before, search);
    }
}
