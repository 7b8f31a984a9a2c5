package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.programs.CycleOption;

/** The words of a report in its reader's language, and its moments in their zone. */
record ReportWords(Translations translations, Locale locale, ZoneId zone) {

    String of(String key, Object... args) {
        return translations.translate(key, locale, args);
    }

    String of(Text text) {
        return translations.translate(text, locale);
    }

    String yesNo(boolean yes) {
        return of(yes ? "base.yes" : "base.no");
    }

    /** As groups are called, so that rows can be counted by it. */
    String department(@Nullable String name) {
        return name == null ? of("reports.group.noDepartment") : name;
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String period(CycleOption cycle) {
        return date(cycle.startsOn()) + " – " + date(cycle.endsOn());
    }

    String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(moment)
                + " (" + zone.getId() + ")";
    }
}
