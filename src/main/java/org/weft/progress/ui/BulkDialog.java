package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.LongTask;
import org.weft.programs.BulkFindings;
import org.weft.programs.BulkResult;

/**
 * Changes something for many people: what shall be done, what that comes to and who is left out, the button that does
 * it, and then what was done and the way back. The words are those under a prefix, such as {@code progress.bulk.due.}.
 */
@StyleSheet("styles/bulk.css")
class BulkDialog<C> extends Dialog {

    private final BulkForm<C> form;
    private final transient BulkJob<C> job;
    private final String words;
    private final transient Runnable done;
    private final Paragraph summary = new Paragraph();
    private final Div preview = new Div();
    private final Button cancel = new Button(getTranslation("base.cancel"), click -> close());
    private final Button confirm = new Button();
    /** Each different choice is a request of its own; the same one sent twice is one request. */
    private String requestId = UUID.randomUUID().toString();

    /**
     * @param words the prefix of the keys
     * @param done to be called after something was changed
     */
    BulkDialog(int people, String words, BulkForm<C> form, BulkJob<C> job, Runnable done) {
        this.form = form;
        this.job = job;
        this.words = words;
        this.done = done;
        addClassName("weft-bulk-dialog");
        setHeaderTitle(getTranslation(words + "title", people));
        setCloseOnOutsideClick(false);
        summary.addClassNames("weft-bulk-summary", "weft-numbers");
        summary.getElement().setAttribute("role", "status");
        preview.addClassName("weft-bulk-preview");
        add(form, summary, preview);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm());
        getFooter().add(cancel, confirm);
        form.onChange(this::look);
        look();
    }

    private Optional<C> change() {
        try {
            return form.change();
        } catch (InvalidInputException e) {
            Forms.showError(e, form.fields());
            return Optional.empty();
        }
    }

    /** Finds out anew what would happen. */
    private void look() {
        requestId = UUID.randomUUID().toString();
        var asked = requestId;
        show(null, null);
        change().ifPresent(change -> LongTask.run(
                getTranslation("progress.bulk.looking"),
                progress -> job.preview(change, progress::at),
                found -> {
                    // Of two looks the later one counts, whichever ends first.
                    if (asked.equals(requestId)) {
                        show(change, found);
                    }
                },
                this::refused));
    }

    private void show(@Nullable C change, @Nullable BulkFindings found) {
        preview.removeAll();
        var things = found == null ? 0 : found.things();
        confirm.setText(getTranslation(words + "confirm", things));
        confirm.setEnabled(things > 0);
        if (found == null || change == null) {
            summary.setText(getTranslation(words + "choose"));
            return;
        }
        var people = found.changing().size();
        summary.setText(
                things == 0
                        ? getTranslation("progress.bulk.nothing")
                        : getTranslation(words + "summary", things, people));
        preview.add(new BulkPreview(found, ids -> job.rows(change, ids), form::words));
    }

    private void confirm() {
        var change = change();
        if (change.isEmpty()) {
            confirm.setEnabled(true);
            return;
        }
        var request = requestId;
        LongTask.run(
                getTranslation(words + "doing"),
                progress -> job.apply(request, change.get(), progress::at),
                this::finish,
                failure -> {
                    confirm.setEnabled(true);
                    refused(failure);
                });
    }

    private void refused(Throwable failure) {
        if (failure instanceof InvalidInputException invalid) {
            Forms.showError(invalid, form.fields());
        } else {
            Errors.show(failure);
        }
    }

    private void finish(BulkResult result) {
        var undo = new Button(getTranslation("base.undo"), VaadinIcon.ARROW_BACKWARD.create());
        undo.setDisableOnClick(true);
        undo.addClickListener(click -> LongTask.run(
                getTranslation("progress.bulk.undoing"),
                progress -> job.undo(result.id(), progress::at),
                undone -> {
                    outcome(
                            getTranslation(words + "undone", undone.back()),
                            undone.kept() == 0 ? "" : getTranslation("progress.bulk.kept", undone.kept()));
                    done.run();
                },
                failure -> {
                    undo.setEnabled(true);
                    Errors.show(failure);
                }));
        undo.setVisible(result.things() > 0);
        outcome(
                getTranslation(words + "done", result.things(), result.people()),
                result.leftOut() == 0 ? "" : getTranslation("progress.bulk.done.leftout", result.leftOut()),
                undo);
        done.run();
    }

    private void outcome(String what, String rest, Component... ways) {
        removeAll();
        var sign = VaadinIcon.CHECK_CIRCLE.create();
        sign.addClassName("weft-bulk-sign");
        var head = new Paragraph(what);
        head.addClassNames("weft-bulk-done", "weft-numbers");
        var outcome = new Div(sign, head);
        outcome.addClassName("weft-bulk-outcome");
        outcome.getElement().setAttribute("role", "status");
        if (!rest.isEmpty()) {
            outcome.add(new Paragraph(rest));
        }
        add(outcome);
        getFooter().removeAll();
        getFooter().add(ways);
        var close = new Button(getTranslation("base.close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
        close.focus();
    }
}
