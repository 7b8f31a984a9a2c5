package org.weft.reminders.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;

/** One of the locations people are at, or one that is typed; empty for all of them. */
class LocationField extends ComboBox<String> {

    /** @param allKey what an empty field says */
    LocationField(List<String> known, String allKey) {
        setLabel(getTranslation("reminders.location"));
        setPlaceholder(getTranslation(allKey));
        setItems(known);
        setAllowCustomValue(true);
        setClearButtonVisible(true);
        addCustomValueSetListener(event -> setValue(event.getDetail().strip()));
    }
}
