package org.weft.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** A day, in the reader's language. It tells what is no date, such as 31 February, from what is empty. */
public class DayField extends DatePicker {

    private static final String NO_DATE = "base.error.noDate";

    public DayField() {
        var locale = getLocale();
        setLocale(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(sundayFirst(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(sundayFirst(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(getTranslation("base.today"))
                .setCancel(getTranslation("base.cancel"))
                .setBadInputErrorMessage(getTranslation(NO_DATE)));
    }

    public DayField(String label) {
        this();
        setLabel(label);
    }

    /**
     * The day, or null where nothing is entered.
     *
     * @param name what the problem's field shall be called
     * @throws InvalidInputException where something is entered that is no date
     */
    public @Nullable LocalDate read(String name) {
        if (holdsNoDate()) {
            throw new InvalidInputException(name, Text.of(NO_DATE));
        }
        return getValue();
    }

    /** Whether something is entered that is no date. */
    public boolean holdsNoDate() {
        return getValue() == null
                && getDefaultValidator().apply(null, new ValueContext(this)).isError();
    }

    private static List<String> sundayFirst(TextStyle style, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }
}
