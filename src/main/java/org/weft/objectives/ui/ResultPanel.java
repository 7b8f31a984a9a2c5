package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableSupplier;
import org.weft.base.ui.Errors;
import org.weft.objectives.AssignResult;
import org.weft.objectives.UndoResult;

/** What was done, and the way to take it back. */
class ResultPanel extends Div {

    private final transient AssignResult result;
    private final transient SerializableSupplier<UndoResult> undo;
    private final transient Runnable back;

    ResultPanel(
            AssignResult result, long cycleId, SerializableSupplier<UndoResult> undo, Runnable again, Runnable back) {
        this.result = result;
        this.undo = undo;
        this.back = back;
        addClassName("weft-objectives-result");
        getElement().setAttribute("role", "status");
        var sign = VaadinIcon.CHECK_CIRCLE.create();
        sign.addClassName("weft-objectives-result-sign");
        add(
                sign,
                new H2(getTranslation(
                        result.created() == 0 ? "objectives.assign.done.reason" : "objectives.assign.done",
                        result.created(),
                        result.people())));
        if (result.held() > 0) {
            add(new Paragraph(getTranslation("objectives.assign.done.held", result.held())));
        }
        var progress = new Anchor("progress?cycle=" + cycleId, getTranslation("objectives.assign.done.progress"));
        progress.getElement().setAttribute("router-link", true);
        var more = new Button(getTranslation("objectives.assign.done.again"), event -> again.run());
        more.addThemeVariants(ButtonVariant.PRIMARY);
        var takeBack = new Button(getTranslation("base.undo"), VaadinIcon.ARROW_BACKWARD.create());
        takeBack.setDisableOnClick(true);
        takeBack.addClickListener(event -> takeBack(takeBack));
        var actions = new Div(more, takeBack, progress);
        actions.addClassName("weft-objectives-result-actions");
        add(actions);
    }

    private void takeBack(Button button) {
        if (!Errors.run(() -> show(undo.get()))) {
            button.setEnabled(true);
        }
    }

    private void show(UndoResult undone) {
        removeAll();
        add(new H2(getTranslation("objectives.undo.done", undone.takenBack())));
        if (undone.kept() > 0) {
            add(new Paragraph(getTranslation("objectives.undo.kept", undone.kept())));
            var list = new UnorderedList();
            undone.keptExamples()
                    .forEach(kept -> list.add(new ListItem(getTranslation(
                            "objectives.undo.kept.one",
                            kept.personName(),
                            kept.title(),
                            getTranslation("objectives.kept." + kept.reason().name())))));
            add(list);
            var rest = undone.kept() - undone.keptExamples().size();
            if (rest > 0) {
                add(new Paragraph(getTranslation("objectives.undo.kept.rest", rest)));
            }
        }
        if (result.held() > 0) {
            add(new Paragraph(getTranslation("objectives.undo.reasons", result.held())));
        }
        var again = new Button(getTranslation("objectives.undo.back"), event -> back.run());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(again);
        actions.addClassName("weft-objectives-result-actions");
        add(actions);
    }
}
