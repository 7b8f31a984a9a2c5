package org.weft.base.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;

/** What forms have in common. */
public final class Forms {

    private Forms() {}

    /**
     * Shows a problem at the field it belongs to, and takes the focus there. A problem of the whole, or of a field that
     * is not in the form, becomes a notification. The mark leaves when the field's value changes.
     *
     * @param fields the form's fields by the names services call them
     */
    public static void showError(InvalidInputException problem, Map<String, ? extends HasValidationProperties> fields) {
        var name = problem.field();
        var field = name == null ? null : fields.get(name);
        if (field == null) {
            Errors.show(problem);
            return;
        }
        field.setErrorMessage(Errors.words(problem));
        field.setInvalid(true);
        if (field instanceof HasValue<?, ?> input) {
            clearOnChange(input, field);
        }
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private static void clearOnChange(HasValue<?, ?> input, HasValidationProperties field) {
        var registration = new com.vaadin.flow.shared.Registration[1];
        registration[0] = input.addValueChangeListener(event -> {
            field.setInvalid(false);
            registration[0].remove();
        });
    }

    /**
     * Saves, and shows what the service has against it at the fields.
     *
     * @return whether it was saved
     * @throws StaleEditException left to the form, which shows its {@link StaleEditBanner}
     */
    public static boolean save(Runnable save, Map<String, ? extends HasValidationProperties> fields) {
        try {
            save.run();
            return true;
        } catch (InvalidInputException e) {
            showError(e, fields);
            return false;
        } catch (StaleEditException e) {
            throw e;
        } catch (RuntimeException e) {
            Errors.show(e);
            return false;
        }
    }
}
