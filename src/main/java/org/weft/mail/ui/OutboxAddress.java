package org.weft.mail.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.QueryState;
import org.weft.mail.MailKind;
import org.weft.mail.MessageFilter;
import org.weft.mail.MessageReason;
import org.weft.mail.MessageStatus;

/** How a {@link MessageFilter} stands in the address of the outbox. */
final class OutboxAddress {

    static final String STATUS = "status";
    static final String KIND = "kind";
    static final String REASON = "reason";
    /** A {@link WrittenWithin}: "the last 7 days" of an address that is kept go on with the days. */
    static final String WITHIN = "written";
    /** The first and the last day of {@link WrittenWithin#DAYS}. */
    static final String FROM = "from";

    static final String TO = "to";
    static final String SEARCH = "q";

    private static final List<String> BESIDE_SEARCH =
            List.of(STATUS, KIND, REASON, WITHIN, FROM, TO, MailNavigation.PERSON);

    private OutboxAddress() {}

    /** @param zone where the reader's days begin and end */
    static MessageFilter filter(QueryState query, LocalDate today, ZoneId zone) {
        var within = within(query);
        var named = within == WrittenWithin.DAYS;
        return MessageFilter.ALL
                .withStatus(query.get(STATUS, MessageStatus.class).orElse(null))
                .withKind(query.get(KIND, MailKind.class).orElse(null))
                .withReason(query.get(REASON, MessageReason.class).orElse(null))
                .withPerson(query.getLong(MailNavigation.PERSON).stream()
                        .boxed()
                        .findFirst()
                        .orElse(null))
                .withDays(named ? day(query, FROM) : first(within, today), named ? day(query, TO) : null, zone)
                .withSearch(query.get(SEARCH).orElse(""));
    }

    static @Nullable WrittenWithin within(QueryState query) {
        return query.get(WITHIN, WrittenWithin.class).orElse(null);
    }

    /** Who wants to name the days begins with those that were shown. */
    static QueryState within(QueryState query, @Nullable WrittenWithin wanted, LocalDate today) {
        var first = wanted == WrittenWithin.DAYS ? first(within(query), today) : null;
        return query.with(WITHIN, wanted).with(FROM, first).with(TO, first == null ? null : today);
    }

    private static @Nullable LocalDate first(@Nullable WrittenWithin within, LocalDate today) {
        return within == null ? null : within.from(today);
    }

    static @Nullable LocalDate day(QueryState query, String key) {
        return query.getDate(key).orElse(null);
    }

    /** How many filters are set beside the search; days are one. */
    static int active(QueryState query, MessageFilter filter) {
        return (int) Stream.of(filter.status(), filter.kind(), filter.reason(), filter.personId(), within(query))
                .filter(Objects::nonNull)
                .count();
    }

    /** All that the search finds. */
    static QueryState withoutFilters(QueryState query) {
        var left = query;
        for (var key : BESIDE_SEARCH) {
            left = left.with(key, "");
        }
        return left;
    }
}
