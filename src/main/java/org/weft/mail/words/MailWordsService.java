package org.weft.mail.words;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.CurrentActor;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Translations;

/**
 * The words of the house's mail, as those edit them who answer for them. Only what differs from what ships is kept, so a text
 * is restored by saving the shipped one.
 *
 * @see <a href="../../../../../../../docs/decisions/019-words-are-edited-not-markup.md">019</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'ADMIN')")
public class MailWordsService {

    private static final String THING = "mail";

    private final Map<String, WordedMail> mails;
    private final MailTextRepository texts;
    private final MailTexts reader;
    private final PlaceholderText placeholders;
    private final Translations translations;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    MailWordsService(
            List<MailExample> examples,
            MailTextRepository texts,
            MailTexts reader,
            PlaceholderText placeholders,
            Translations translations,
            JdbcClient jdbc,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        mails = new TreeMap<>();
        examples.forEach(example -> mails.put(example.mail().name(), example.mail()));
        this.texts = texts;
        this.reader = reader;
        this.placeholders = placeholders;
        this.translations = translations;
        this.jdbc = jdbc;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Every mail in every language, by the mail's name. */
    @Transactional(readOnly = true)
    public List<MailWordsRow> list() {
        var changes = jdbc
                .sql("""
                        select template, language, changed_at, changed_by_name,
                            count(*) over (partition by template, language) as changed,
                            row_number() over (partition by template, language order by changed_at desc, id desc) as place
                        from mail_text""")
                .query((row, number) -> new Change(
                        row.getString("template"),
                        row.getString("language"),
                        row.getInt("place"),
                        row.getInt("changed"),
                        row.getTimestamp("changed_at"),
                        row.getString("changed_by_name")))
                .list()
                .stream()
                .filter(change -> change.place() == 1)
                .collect(Collectors.toMap(change -> change.mail() + "/" + change.language(), Function.identity()));
        var rows = new ArrayList<MailWordsRow>();
        for (var mail : mails.values()) {
            for (var language : translations.languages()) {
                var last = changes.get(mail.name() + "/" + language.getLanguage());
                rows.add(
                        last == null
                                ? new MailWordsRow(mail, language, 0, null, null)
                                : new MailWordsRow(
                                        mail, language, last.count(), last.at().toInstant(), last.by()));
            }
        }
        return rows;
    }

    private record Change(String mail, String language, int place, int count, Timestamp at, String by) {}

    /** @throws NotFoundException if there is no such mail or language */
    @Transactional(readOnly = true)
    public MailWordsDetails get(String name, Locale language) {
        var mail = find(name, language);
        var words = reader.current();
        var now = new HashMap<String, String>();
        var shipped = new HashMap<String, String>();
        for (var part : mail.parts()) {
            now.put(part.name(), words.text(mail, language, part));
            shipped.put(part.name(), placeholders.shipped(part, language));
        }
        return new MailWordsDetails(mail, language, now, shipped);
    }

    /** What may stand between braces in a text, as it is written in a language, braces included. */
    public List<String> placeholders(MailPart part, Locale language) {
        return part.offered().stream()
                .map(placeholder -> placeholders.write(placeholder, language))
                .toList();
    }

    /** All that keeps a text from being saved; empty when it can be. */
    public List<WordProblem> check(MailPart part, String text) {
        return placeholders.check(part, normalised(part, text));
    }

    /**
     * Saves texts of one mail in one language; it is what is sent from now on. Those that read as they ship are kept no longer.
     *
     * @param before the texts the edit started from; those that stayed the same are left as they are, whoever changed them
     * @param after the texts as they shall be
     * @throws NotFoundException if there is no such mail or language
     * @throws StaleEditException if somebody else changed a text that was edited; nothing is saved then
     * @throws InvalidInputException at the text that cannot be used, by the name of its part
     */
    @Transactional
    public void save(String name, Locale language, Map<String, String> before, Map<String, String> after) {
        var mail = find(name, language);
        var kept = texts.findByTemplateAndLanguage(mail.name(), language.getLanguage()).stream()
                .collect(Collectors.toMap(MailText::part, Function.identity()));
        for (var part : mail.parts()) {
            var wanted = normalised(part, after.getOrDefault(part.name(), ""));
            if (after.containsKey(part.name()) && !wanted.equals(before.get(part.name()))) {
                placeholders.check(part, wanted).stream().findFirst().ifPresent(problem -> {
                    throw new InvalidInputException(part.name(), problem.text());
                });
                change(mail, language, part, kept, before.get(part.name()), wanted);
            }
        }
        try {
            texts.flush();
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException e) {
            throw stale();
        }
    }

    private void change(
            WordedMail mail,
            Locale language,
            MailPart part,
            Map<String, MailText> kept,
            @Nullable String before,
            String wanted) {
        var shipped = placeholders.shipped(part, language);
        var text = kept.get(part.name());
        var now = text == null ? shipped : text.content();
        if (now.equals(wanted)) {
            return;
        }
        // Texts are compared, not counted: what was restored and changed again in between is noticed as well.
        if (!now.equals(before)) {
            throw stale();
        }
        var restored = wanted.equals(shipped);
        if (!restored) {
            var changed = text == null ? new MailText(MailWords.Key.of(mail, language, part.name())) : text;
            changed.change(wanted, clock.instant(), actor.get());
            texts.save(changed);
        } else if (text != null) {
            texts.delete(text);
        }
        audit.record(AuditEvent.of(
                        restored ? "MAIL_TEXT_RESTORED" : "MAIL_TEXT_CHANGED",
                        THING,
                        null,
                        mail.name() + " · " + language.getLanguage() + " · " + part.name())
                .detail(now + " → " + wanted));
    }

    private WordedMail find(String name, Locale language) {
        var mail = mails.get(name);
        if (mail == null || !translations.languages().contains(language)) {
            throw new NotFoundException(THING, name + "/" + language);
        }
        return mail;
    }

    /** As it is kept: no white space around it, line breaks of one kind. */
    private static String normalised(MailPart part, String text) {
        var stripped = text.strip();
        return part.form() == MailPart.Form.LINE ? stripped : stripped.replaceAll("\\R", "\n");
    }

    private static StaleEditException stale() {
        return new StaleEditException(THING, 0);
    }
}
