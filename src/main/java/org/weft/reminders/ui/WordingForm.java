package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.mail.words.MailPart;
import org.weft.reminders.ReminderWording;

/** Subject and text of a reminder in one language, with the placeholders that may stand in them. */
class WordingForm extends Div {

    private final TextField subject = new TextField();
    private final TextArea intro = new TextArea();

    WordingForm(ReminderWording wording, List<String> placeholders, Runnable changed) {
        addClassName("weft-reminders-wording");
        subject.setLabel(getTranslation("mail.message.subject"));
        subject.setMaxLength(MailPart.Form.LINE.longest());
        subject.setRequiredIndicatorVisible(true);
        subject.setManualValidation(true);
        subject.setValue(wording.subject());
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.addValueChangeListener(event -> changed.run());
        intro.setLabel(getTranslation("reminders.dialog.intro"));
        intro.setMaxLength(MailPart.Form.TEXT.longest());
        intro.setManualValidation(true);
        intro.setMinRows(4);
        intro.setMaxRows(8);
        intro.setValue(wording.intro());
        intro.setValueChangeMode(ValueChangeMode.LAZY);
        intro.addValueChangeListener(event -> changed.run());
        add(subject, intro, offered(placeholders));
    }

    ReminderWording wording() {
        return new ReminderWording(subject.getValue(), intro.getValue());
    }

    void showError(InvalidInputException problem, boolean takeThere) {
        if (takeThere) {
            Forms.showError(problem, Map.of("subject", subject, "intro", intro));
            return;
        }
        var words = Errors.words(problem);
        var inSubject = "subject".equals(problem.field());
        subject.setErrorMessage(words);
        subject.setInvalid(inSubject);
        intro.setErrorMessage(words);
        intro.setInvalid(!inSubject);
    }

    void fine() {
        subject.setInvalid(false);
        intro.setInvalid(false);
    }

    private Div offered(List<String> placeholders) {
        var row = new Div(new Span(getTranslation("reminders.dialog.insert")));
        row.addClassName("weft-reminders-placeholders");
        for (var placeholder : placeholders) {
            var button = new Button(placeholder, click -> insert(placeholder));
            button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            row.add(button);
        }
        return row;
    }

    /** Where the cursor stands in the text, as if it had been typed there. */
    private void insert(String placeholder) {
        intro.getElement().executeJs("""
                const field = this.inputElement;
                field.setRangeText($0, field.selectionStart, field.selectionEnd, 'end');
                field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                this.focus();""", placeholder);
    }
}
