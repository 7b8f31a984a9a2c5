package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Forms;
import org.weft.objectives.AssignmentRow;

/**
 * A dialog about one assignment. What was typed stays until it is saved: where somebody changed the assignment
 * meanwhile, the dialog says how it stands now and saves onto that when asked again.
 */
abstract class AssignmentDialog extends Dialog {

    private final transient Function<AssignmentRow, Optional<AssignmentRow>> latest;
    private final transient Runnable done;
    private final Div notice = new Div();
    private final Button confirm;
    private transient AssignmentRow row;

    AssignmentDialog(
            AssignmentRow row,
            String title,
            String confirmLabel,
            Function<AssignmentRow, Optional<AssignmentRow>> latest,
            Runnable done) {
        this.row = row;
        this.latest = latest;
        this.done = done;
        addClassName("weft-objectives-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        notice.addClassName("weft-banner");
        notice.getElement().setAttribute("role", "alert").setAttribute("data-tone", "amber");
        notice.setVisible(false);
        var subject = new Paragraph(row.title());
        subject.addClassName("weft-objectives-dialog-subject");
        add(notice, subject);
        confirm = new Button(confirmLabel, event -> confirm());
        confirm.setDisableOnClick(true);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), confirm);
    }

    /** Saves what was typed, onto this state of the assignment. */
    abstract void save(AssignmentRow onto);

    /** The fields by the names the service calls them. */
    abstract Map<String, HasValidationProperties> fields();

    private void confirm() {
        try {
            save(row);
            close();
            done.run();
        } catch (StaleEditException e) {
            latest.apply(row).ifPresentOrElse(this::tellStale, () -> Errors.show(e));
        } catch (InvalidInputException e) {
            Forms.showError(e, fields());
        } catch (RuntimeException e) {
            Errors.show(e);
        } finally {
            confirm.setEnabled(true);
        }
    }

    private void tellStale(AssignmentRow now) {
        row = now;
        notice.removeAll();
        notice.add(new Span(getTranslation(
                "objectives.stale",
                getTranslation("status." + now.status().name()),
                now.achieved(),
                now.target(),
                now.unit(),
                Formats.of(this).date(now.dueOn()))));
        notice.setVisible(true);
    }
}
