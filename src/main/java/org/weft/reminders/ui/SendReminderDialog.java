package org.weft.reminders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.LongTask;
import org.weft.base.ui.Notifications;
import org.weft.mail.MailSettings;
import org.weft.mail.RenderedMail;
import org.weft.mail.ui.MailBanner;
import org.weft.mail.ui.MailPreview;
import org.weft.programs.BulkProgress;
import org.weft.reminders.ReminderPreview;
import org.weft.reminders.ReminderRecipient;
import org.weft.reminders.ReminderRequest;
import org.weft.reminders.ReminderResult;
import org.weft.reminders.ReminderWording;

/**
 * Who gets a reminder and who does not, what it says, how each recipient will see it, and the button that sends. What
 * was typed stays until the reminders are on their way.
 */
@StyleSheet("styles/mail.css")
@StyleSheet("styles/reminders.css")
class SendReminderDialog extends Dialog {

    /** What the dialog asks for. */
    interface Reminding {

        ReminderWording defaultWording(Locale language);

        List<String> placeholders(Locale language);

        /** @throws InvalidInputException at {@code subject} or {@code intro} */
        void check(ReminderWording wording);

        RenderedMail render(long participantId, Map<Locale, ReminderWording> wording);

        /** Called away from the UI's thread, on behalf of the signed-in account. */
        ReminderResult send(ReminderRequest request, BulkProgress progress);
    }

    private final transient ReminderPreview preview;
    private final transient Reminding reminding;
    private final transient Runnable done;
    private final String requestId = UUID.randomUUID().toString();
    private final Map<Locale, WordingForm> forms = new LinkedHashMap<>();
    private final TabSheet languages = new TabSheet();
    private final H3 mailTitle = new H3();
    private final Div mailSubject = new Div();
    private final MailPreview mail = new MailPreview();
    private final Button send = new Button(VaadinIcon.PAPERPLANE_O.create(), click -> send());
    private @Nullable Long shown;

    SendReminderDialog(ReminderPreview preview, MailSettings settings, Reminding reminding, Runnable done) {
        this.preview = preview;
        this.reminding = reminding;
        this.done = done;
        var ready = preview.willGetIt();
        addClassName("weft-reminders-dialog");
        setHeaderTitle(getTranslation("reminders.dialog.title"));
        setCloseOnOutsideClick(false);
        setResizable(true);
        var panes = new Div(new RecipientList(preview, this::show));
        panes.addClassName("weft-reminders-panes");
        if (ready.isEmpty()) {
            panes.add(nobody());
        } else {
            panes.add(words(), letter());
        }
        add(new MailBanner(settings), panes);

        send.setText(getTranslation("reminders.dialog.send", ready.size()));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.setVisible(!ready.isEmpty());
        getFooter()
                .add(
                        new Button(getTranslation(ready.isEmpty() ? "base.close" : "base.cancel"), click -> close()),
                        send);
        if (!ready.isEmpty()) {
            show(ready.getFirst());
        }
    }

    private Component nobody() {
        return new EmptyState(
                VaadinIcon.ENVELOPE_O,
                getTranslation("reminders.dialog.nobody.title"),
                getTranslation("reminders.dialog.nobody.text"));
    }

    private Component words() {
        var counts = preview.willGetIt().stream()
                .collect(Collectors.groupingBy(ReminderRecipient::language, Collectors.counting()));
        for (var language : preview.languages()) {
            var form = new WordingForm(
                    reminding.defaultWording(language), reminding.placeholders(language), this::wordingChanged);
            forms.put(language, form);
            languages.add(
                    getTranslation(
                            "reminders.dialog.language",
                            language.getDisplayLanguage(getLocale()),
                            counts.get(language)),
                    form);
        }
        var words = new Div(
                new H3(getTranslation("reminders.dialog.words")),
                forms.size() > 1 ? languages : forms.values().iterator().next());
        words.addClassName("weft-reminders-words");
        return words;
    }

    private Component letter() {
        mailSubject.addClassName("weft-reminders-letter-subject");
        var letter = new Div(mailTitle, mailSubject, mail);
        letter.addClassName("weft-reminders-letter");
        return letter;
    }

    private void wordingChanged() {
        // From now on there is something to lose.
        setCloseOnEsc(false);
        render();
    }

    private void show(ReminderRecipient recipient) {
        shown = recipient.participantId();
        mailTitle.setText(getTranslation("reminders.dialog.reads", recipient.name()));
        if (forms.size() > 1) {
            var form = forms.get(recipient.language());
            if (form != null) {
                languages.setSelectedTab(languages.getTab(form));
            }
        }
        render();
    }

    /** A wording that cannot be used is told at its field; the last mail that could be shown stays. */
    private void render() {
        var participant = shown;
        if (participant == null || !wordingIsFine(false)) {
            return;
        }
        Errors.run(() -> {
            var rendered = reminding.render(participant, wording());
            mailSubject.setText(rendered.subject());
            mail.show(rendered.html(), rendered.text());
        });
    }

    /** @param takeThere whether to go to the first field that is wrong; not while somebody types elsewhere */
    private boolean wordingIsFine(boolean takeThere) {
        for (var form : forms.values()) {
            try {
                reminding.check(form.wording());
                form.fine();
            } catch (InvalidInputException e) {
                if (takeThere && forms.size() > 1) {
                    languages.setSelectedTab(languages.getTab(form));
                }
                form.showError(e, takeThere);
                return false;
            }
        }
        return true;
    }

    private Map<Locale, ReminderWording> wording() {
        return forms.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, form -> form.getValue().wording()));
    }

    private void send() {
        if (!wordingIsFine(true)) {
            send.setEnabled(true);
            return;
        }
        var participants = preview.recipients().stream()
                .map(ReminderRecipient::participantId)
                .toList();
        var request = new ReminderRequest(requestId, participants, wording());
        LongTask.run(
                getTranslation("reminders.dialog.sending"),
                progress -> reminding.send(request, progress::at),
                result -> {
                    tell(result);
                    close();
                    done.run();
                },
                failure -> {
                    send.setEnabled(true);
                    Errors.show(failure);
                });
    }

    private void tell(ReminderResult result) {
        var accepted = result.queued() + result.waiting() + result.held();
        var missed = preview.willGetIt().size() - accepted;
        if (accepted == 0) {
            Notifications.warn(getTranslation("reminders.done.none"));
            return;
        }
        var words = Stream.of(
                        words("reminders.done.queued", result.queued()),
                        words("reminders.done.waiting", result.waiting()),
                        words("reminders.done.held", result.held()),
                        words("reminders.done.missed", missed))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        if (missed > 0) {
            Notifications.warn(words);
        } else {
            Notifications.success(words);
        }
    }

    private String words(String key, int count) {
        return count > 0 ? getTranslation(key, count) : "";
    }
}
