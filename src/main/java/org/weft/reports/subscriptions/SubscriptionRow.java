package org.weft.reports.subscriptions;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * A subscription in its reader's list.
 *
 * @param version to be given back with an edit
 * @param filter what its filter is called, each facet by name with its value, as of the people the reader sees; empty for none
 * @param about the program's name where it is about whichever of its cycles runs, else the cycle's
 * @param active false while it is paused
 * @param owner whoever set it up
 * @param mine whether that is the reader
 * @param changeable whether the reader may change and end it
 * @param recipients by name
 * @param me the reader among them, null where they are not
 * @param trial what came of the last that the reader had sent by hand, null where none was
 */
public record SubscriptionRow(
        long id,
        int version,
        SubscribedReport report,
        List<Text> filter,
        String about,
        Timing timing,
        Delivery delivery,
        boolean active,
        String owner,
        boolean mine,
        boolean changeable,
        List<Recipient> recipients,
        @Nullable Recipient me,
        @Nullable RunResult trial) {

    /** With its filter in words. */
    SubscriptionRow saying(List<Text> words) {
        return new SubscriptionRow(
                id,
                version,
                report,
                words,
                about,
                timing,
                delivery,
                active,
                owner,
                mine,
                changeable,
                recipients,
                me,
                trial);
    }

    /** When the next one is due: for the reader where they get it, else for the first of all. Empty while it is paused. */
    public Optional<ZonedDateTime> next() {
        if (!active) {
            return Optional.empty();
        }
        return me != null
                ? Optional.ofNullable(me.next())
                : recipients.stream()
                        .map(Recipient::next)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(ZonedDateTime::toInstant));
    }

    /** Whether others than the reader get it. */
    public boolean forOthers() {
        return recipients.size() > (me == null ? 0 : 1);
    }
}
