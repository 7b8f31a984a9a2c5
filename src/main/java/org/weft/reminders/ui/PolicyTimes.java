package org.weft.reminders.ui;

import com.vaadin.flow.component.Component;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import org.weft.base.ui.Formats;
import org.weft.reminders.policy.PolicyDraft;

/** When a policy runs, in the words of who reads. */
class PolicyTimes {

    private final Component reader;

    PolicyTimes(Component reader) {
        this.reader = reader;
    }

    String weekdays(PolicyDraft terms) {
        var weekdays = terms.schedule().weekdays();
        return weekdays.size() == 5
                ? reader.getTranslation("reminders.policies.workdays")
                : weekdays.stream().sorted().map(this::shortName).collect(Collectors.joining(", "));
    }

    String hour(PolicyDraft terms) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Formats.of(reader).locale())
                .format(terms.schedule().time());
    }

    private String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, Formats.of(reader).locale());
    }
}
