package org.weft.mail.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.Callable;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Tone;
import org.weft.mail.MailTestOutcome;
import org.weft.mail.MailTestResult;

/** Sends a test over what is typed and says in words what came of it. The page goes on meanwhile. */
class MailTestPanel extends Section {

    /** What the panel asks of the page. */
    interface Testing {

        /** Work for another thread, with what stands in the form now. */
        Callable<MailTestResult> prepare(String to);

        /** It was not even tried, or could not be. */
        void failed(Throwable failure);
    }

    private final TextField to = new TextField(getTranslation("mail.test.to"));
    private final Button send = new Button(getTranslation("mail.test.send"), VaadinIcon.PAPERPLANE_O.create());
    private final ProgressBar bar = new ProgressBar();
    private final Div result = new Div();
    private final transient Testing testing;

    MailTestPanel(Testing testing) {
        this.testing = testing;
        addClassName("weft-mail-test");
        to.setWidthFull();
        send.addClickListener(click -> send());
        bar.setIndeterminate(true);
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", getTranslation("mail.test.sending"));
        result.addClassName("weft-mail-test-result");
        result.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("mail.test.title")),
                new Paragraph(getTranslation("mail.test.text")),
                to,
                send,
                bar,
                result);
    }

    void recipient(String address) {
        to.setValue(address);
    }

    HasValidationProperties recipientField() {
        return to;
    }

    private void send() {
        send.setEnabled(false);
        bar.setVisible(true);
        result.removeAll();
        result.add(new Paragraph(getTranslation("mail.test.sending")));
        LongTask.beside(testing.prepare(to.getValue()), this::show, failure -> {
            ended();
            testing.failed(failure);
        });
    }

    private void ended() {
        send.setEnabled(true);
        bar.setVisible(false);
        result.removeAll();
    }

    private void show(MailTestResult came) {
        ended();
        var words = new Span(getTranslation("mail.test.words." + came.outcome().name(), came.server()));
        words.addClassName("weft-mail-test-words");
        var next = new Span(getTranslation("mail.test.next." + came.outcome().name()));
        var banner = new Div(words, next);
        banner.addClassName("weft-banner");
        banner.getElement().setAttribute("data-tone", tone(came.outcome()).css());
        result.add(banner);
        if (!came.answer().isBlank()) {
            var label = new Span(getTranslation("mail.test.answer"));
            label.addClassName("weft-mail-test-label");
            var answer = new Pre(came.answer());
            answer.getElement().setAttribute("tabindex", "0");
            result.add(label, answer);
        }
    }

    private static Tone tone(MailTestOutcome outcome) {
        return switch (outcome) {
            case SENT -> Tone.GREEN;
            case TRY_LATER -> Tone.AMBER;
            default -> Tone.RED;
        };
    }
}
