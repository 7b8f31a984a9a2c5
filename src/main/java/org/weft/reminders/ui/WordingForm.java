package org.weft.reminders.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.mail.ui.PlaceholderChips;
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
        var chips = new PlaceholderChips();
        chips.offer(intro, getTranslation("reminders.dialog.insert"), placeholders);
        add(subject, intro, chips);
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
}
