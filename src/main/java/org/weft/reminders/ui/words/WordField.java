package org.weft.reminders.ui.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.Collectors;
import org.weft.mail.words.MailPart;
import org.weft.mail.words.WordProblem;

/** One text of a mail. It is checked while it is typed; what is wrong is told at the field, with a way to mend it. */
class WordField extends Div {

    /** What the field asks for. */
    interface Words {

        List<WordProblem> check(MailPart part, String text);

        /** The cursor has come into the field. */
        void focused(WordField field);

        void changed();

        /** Whether to go back to the shipped text. */
        void restore(WordField field);
    }

    private final MailPart part;
    private final String shipped;
    private final transient Words words;
    private final TextFieldBase<?, String> input;
    private final Div foot = new Div();
    private List<WordProblem> problems = List.of();

    WordField(MailPart part, String text, String shipped, Words words) {
        this.part = part;
        this.shipped = shipped;
        this.words = words;
        addClassName("weft-words-field");
        foot.addClassName("weft-words-foot");
        input = part.form() == MailPart.Form.LINE ? oneLine() : paragraphs();
        input.setLabel(getTranslation(part.label()));
        input.setRequiredIndicatorVisible(part.required());
        input.setValue(text);
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.addValueChangeListener(event -> {
            check();
            words.changed();
        });
        input.addFocusListener(event -> words.focused(this));
        add(input, foot);
        check();
    }

    private static TextField oneLine() {
        var field = new TextField();
        field.setManualValidation(true);
        return field;
    }

    private static TextArea paragraphs() {
        var field = new TextArea();
        field.setManualValidation(true);
        field.setMinRows(3);
        field.setMaxRows(12);
        return field;
    }

    MailPart part() {
        return part;
    }

    TextFieldBase<?, String> input() {
        return input;
    }

    String label() {
        return input.getLabel();
    }

    /** As it is typed, without white space around it. */
    String text() {
        return input.getValue().strip();
    }

    void text(String text) {
        input.setValue(text);
    }

    String shipped() {
        return shipped;
    }

    boolean differs() {
        return !input.getValue().strip().equals(shipped);
    }

    boolean fine() {
        return problems.isEmpty();
    }

    private void check() {
        problems = words.check(part, input.getValue());
        input.setErrorMessage(problems.stream()
                .map(problem -> getTranslation(
                        problem.text().key(), problem.text().args().toArray()))
                .collect(Collectors.joining(" ")));
        input.setInvalid(!problems.isEmpty());
        foot.removeAll();
        problems.stream()
                .filter(problem -> problem.instead() != null)
                .forEach(problem -> foot.add(mend(problem.written(), String.valueOf(problem.instead()))));
        if (differs()) {
            var back = new Button(
                    getTranslation("reminders.words.restore"),
                    VaadinIcon.ARROW_BACKWARD.create(),
                    click -> words.restore(this));
            back.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            back.setAriaLabel(getTranslation("reminders.words.restore.one", input.getLabel()));
            foot.add(back);
        }
        foot.setVisible(foot.getComponentCount() > 0);
    }

    private Button mend(String written, String instead) {
        var button = new Button(getTranslation("reminders.words.mend", instead), click -> {
            var text = input.getValue();
            var at = text.indexOf(written);
            if (at >= 0) {
                input.setValue(text.substring(0, at) + instead + text.substring(at + written.length()));
            }
            input.focus();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
