package org.weft.programs.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** Date fields that tell what is no date from what is empty. */
final class DateFields {

    private static final String NO_DATE = "programs.error.noDate";

    private DateFields() {}

    static DatePicker of(String label) {
        var picker = new DatePicker();
        picker.setLabel(label);
        var words = new DatePicker.DatePickerI18n();
        words.setBadInputErrorMessage(picker.getTranslation(NO_DATE));
        picker.setI18n(words);
        return picker;
    }

    /** @throws InvalidInputException if something is entered that is no date, such as 31 February */
    static @Nullable LocalDate read(String name, DatePicker picker) {
        var value = picker.getValue();
        if (value == null
                && picker.getDefaultValidator()
                        .apply(null, new ValueContext(picker))
                        .isError()) {
            throw new InvalidInputException(name, Text.of(NO_DATE));
        }
        return value;
    }
}
