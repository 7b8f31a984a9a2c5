package org.weft.progress.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import java.util.Optional;
import org.weft.base.InvalidInputException;
import org.weft.programs.BulkRow;

/** The fields of one kind of bulk change. */
abstract class BulkForm<C> extends Div {

    private Runnable changed = () -> {};

    BulkForm() {
        addClassName("weft-bulk-form");
    }

    final void onChange(Runnable listener) {
        changed = listener;
    }

    /** To be called when the choice is another, so that other things would happen. */
    final void choiceChanged() {
        changed.run();
    }

    /**
     * What is chosen; empty while something is missing.
     *
     * @throws InvalidInputException for what cannot be read
     */
    abstract Optional<C> change();

    /** The fields by the names the service calls them. */
    abstract Map<String, HasValidationProperties> fields();

    /** What would happen to one person. */
    abstract String words(BulkRow row);
}
