package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.weft.objectives.AssignmentRow;

/** Asks for a note or a reason and confirms a step in an assignment's life. */
class NoteDialog extends AssignmentDialog {

    /** Translation keys. */
    record Words(String title, String text, String label, String confirm) {}

    /** What the service calls the field, and what it accepts. */
    record Rules(String field, int maxLength, boolean required) {}

    private final TextArea note = new TextArea();
    private final transient Rules rules;
    private final transient BiConsumer<AssignmentRow, String> save;

    NoteDialog(
            AssignmentRow row,
            Words words,
            Rules rules,
            Function<AssignmentRow, Optional<AssignmentRow>> latest,
            BiConsumer<AssignmentRow, String> save,
            Runnable done) {
        super(row, text(words.title()), text(words.confirm()), latest, done);
        this.rules = rules;
        this.save = save;
        note.setLabel(getTranslation(words.label()));
        note.setMaxLength(rules.maxLength());
        note.setRequiredIndicatorVisible(rules.required());
        note.setHelperText(rules.required() ? null : getTranslation("base.optional"));
        note.setValueChangeMode(ValueChangeMode.EAGER);
        note.setMinRows(3);
        note.setWidthFull();
        note.setAutofocus(true);
        add(new Paragraph(getTranslation(words.text())), note);
    }

    @Override
    void save(AssignmentRow onto) {
        save.accept(onto, note.getValue());
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of(rules.field(), note);
    }

    private static String text(String key) {
        return UI.getCurrentOrThrow().getTranslation(key);
    }
}
