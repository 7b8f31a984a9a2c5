package org.weft.reminders.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a zone's clocks have shown over the {@value #DAYS_KNOWN} days before a day, so that a statement can tell on which
 * local day a moment was, right across every change of the clocks. Zones that agree about it are one.
 */
record LocalOffsets(ZoneOffset first, List<Change> changes) {

    /** A little more than the longest a cycle lasts, plus what comes after it. */
    private static final int DAYS_KNOWN = 6 * 366;

    private static final int DAYS_AHEAD = 8;

    static final DateTimeFormatter LITERAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    record Change(long epochSecond, int offset) {}

    static LocalOffsets of(ZoneId zone, LocalDate day) {
        var rules = zone.getRules();
        var from = day.minusDays(DAYS_KNOWN).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(DAYS_AHEAD).atStartOfDay(ZoneOffset.UTC).toInstant();
        var changes = new ArrayList<Change>();
        for (var next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) {
            changes.add(new Change(
                    next.getInstant().getEpochSecond(), next.getOffsetAfter().getTotalSeconds()));
        }
        return new LocalOffsets(rules.getOffset(from), List.copyOf(changes));
    }

    /**
     * SQL for the local day of a moment, as days since 1970.
     *
     * @param among what may be where the moment is looked at
     * @param number a column that says which of them is, counted from 0
     */
    static String localDay(String moment, List<LocalOffsets> among, String number) {
        var offset = new StringBuilder("case ").append(number);
        for (var at = 0; at < among.size(); at++) {
            offset.append(" when ")
                    .append(at)
                    .append(" then ")
                    .append(among.get(at).offset(moment));
        }
        // Whole numbers from the first: PostgreSQL takes its time over fractions.
        return "((cast(floor(extract(epoch from %s)) as bigint) + %s end) / 86400)".formatted(moment, offset);
    }

    private String offset(String moment) {
        if (changes.isEmpty()) {
            return String.valueOf(first.getTotalSeconds());
        }
        var offset = new StringBuilder("case");
        for (var change : changes.reversed()) {
            offset.append(" when %s >= timestamp with time zone '%s' then %d"
                    .formatted(moment, LITERAL.format(Instant.ofEpochSecond(change.epochSecond())), change.offset()));
        }
        return offset.append(" else ")
                .append(first.getTotalSeconds())
                .append(" end")
                .toString();
    }
}
