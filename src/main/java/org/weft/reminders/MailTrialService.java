package org.weft.reminders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.EnqueueResult;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.mail.words.MailExample;
import org.weft.mail.words.MailTexts;

/** Shows mail in words that are not saved yet, with somebody the account may see, and sends it to the account itself. */
@Service
@PreAuthorize("hasAnyRole('HR', 'ADMIN')")
public class MailTrialService {

    private final Map<String, MailExample> examples;
    private final MailTexts texts;
    private final ReminderSubjects subjects;
    private final Outbox outbox;
    private final Translations translations;
    private final CurrentUser currentUser;

    MailTrialService(
            List<MailExample> examples,
            MailTexts texts,
            ReminderSubjects subjects,
            Outbox outbox,
            Translations translations,
            CurrentUser currentUser) {
        this.examples = examples.stream()
                .collect(Collectors.toUnmodifiableMap(example -> example.mail().name(), Function.identity()));
        this.texts = texts;
        this.subjects = subjects;
        this.outbox = outbox;
        this.translations = translations;
        this.currentUser = currentUser;
    }

    /**
     * A mail as a person would get it.
     *
     * @param words its texts as they stand in the editor, by the names of its parts
     * @param personId null for somebody made up
     * @throws NotFoundException if there is no such mail, or no such person the account may see
     * @throws InvalidInputException at {@code subject} when mail cannot be sent under it
     */
    @Transactional(readOnly = true)
    public MailExample.Shown show(String mail, Locale language, Map<String, String> words, @Nullable Long personId) {
        var example = Optional.ofNullable(examples.get(mail)).orElseThrow(() -> new NotFoundException("mail", mail));
        return example.show(texts.current().with(example.mail(), language, words), language, personId);
    }

    /** Where a test goes: the address of the signed-in account, else of its person; empty where neither has a usable one. */
    @Transactional(readOnly = true)
    public Optional<MailAddress> ownAddress() {
        return subjects.addressOf(currentUser.get());
    }

    /**
     * Sends what {@link #show} shows to the signed-in account, marked as a test.
     *
     * @param testId names this test; however often it is asked for, one mail goes out
     * @throws InvalidInputException if the account has no address; otherwise throws as {@link #show} does
     */
    @Transactional
    public EnqueueResult send(
            String mail, Locale language, Map<String, String> words, @Nullable Long personId, String testId) {
        var to = ownAddress().orElseThrow(() -> new InvalidInputException(Text.of("reminders.words.test.noAddress")));
        var shown = show(mail, language, words, personId).mail();
        var subject = translations.translate("reminders.words.test.subject", language, shown.subject());
        var test = new RenderedMail(
                subject.substring(0, Math.min(subject.length(), RenderedMail.LONGEST_SUBJECT)),
                shown.html(),
                shown.text());
        return outbox.enqueue(
                NewMail.of("test:" + currentUser.get().id() + ":" + testId, MailKind.TEST, to, language, test)
                        .replyTo(to));
    }
}
