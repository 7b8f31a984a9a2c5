package org.weft.conversations.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses a day up to today, in the reader's language. */
class DayPicker extends DatePicker {

    DayPicker(Locale locale, LocalDate today) {
        setLocale(locale);
        setMax(today);
        setI18n(new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(sundayFirst(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(sundayFirst(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(getTranslation("base.today"))
                .setCancel(getTranslation("base.cancel"))
                .setBadInputErrorMessage(getTranslation("conversations.error.date-unreadable"))
                .setMaxErrorMessage(getTranslation("conversations.error.date-future")));
    }

    private static List<String> sundayFirst(TextStyle style, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }
}
