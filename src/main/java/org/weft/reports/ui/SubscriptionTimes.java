package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.weft.base.ui.Formats;
import org.weft.reports.subscriptions.Timing;

/** When a subscription runs, in the words of who reads. */
class SubscriptionTimes {

    private final Component reader;

    SubscriptionTimes(Component reader) {
        this.reader = reader;
    }

    /** "every Monday at 7:00 AM". */
    String of(Timing timing) {
        var words = timing.words(Formats.of(reader).locale());
        return reader.getTranslation(words.key(), words.args().toArray());
    }

    /** "Monday, November 30, 2026 at 7:00 AM (Europe/Berlin)". */
    String exact(ZonedDateTime there) {
        var formats = Formats.of(reader);
        return reader.getTranslation(
                "reports.subscription.moment",
                formats.longDate(there.toLocalDate()),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(formats.locale())
                        .format(there),
                there.getZone().getId());
    }
}
