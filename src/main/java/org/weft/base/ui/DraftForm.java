package org.weft.base.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;

/**
 * The fields of something people edit, in two columns where there is room. A {@link DraftDialog} shows them.
 *
 * @param <T> what is entered
 */
public abstract class DraftForm<T> extends FormLayout {

    protected DraftForm() {
        setAutoResponsive(true);
        setAutoRows(true);
        setMaxColumns(2);
        setExpandFields(true);
        setExpandColumns(true);
    }

    /** What stands in the form now. */
    public abstract T get();

    /** Puts values into the form. */
    public abstract void set(T draft);

    /** The fields by the names services call them, for what a service has against one. */
    public abstract Map<String, HasValidationProperties> fields();
}
