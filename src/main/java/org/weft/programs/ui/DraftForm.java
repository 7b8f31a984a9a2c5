package org.weft.programs.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;

/**
 * The fields of something HR plans.
 *
 * @param <T> what is entered
 */
abstract class DraftForm<T> extends FormLayout {

    DraftForm() {
        setAutoResponsive(true);
        setAutoRows(true);
        setMaxColumns(2);
        setExpandFields(true);
        setExpandColumns(true);
    }

    /** What stands in the form now. */
    abstract T get();

    /** Puts values into the form. */
    abstract void set(T draft);

    /** The fields by the names services call them. */
    abstract Map<String, HasValidationProperties> fields();
}
