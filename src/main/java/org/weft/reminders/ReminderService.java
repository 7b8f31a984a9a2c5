package org.weft.reminders;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailSettings;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;

/** Reminds participants of their open objectives, by mail in their own language, at most once in 24 hours. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
public class ReminderService {

    private final ReminderSubjects subjects;
    private final ReminderMails mails;
    private final ReminderLog log;
    private final PlaceholderText placeholders;
    private final Translations translations;
    private final Outbox outbox;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReminderService(
            ReminderSubjects subjects,
            ReminderMails mails,
            ReminderLog log,
            PlaceholderText placeholders,
            Translations translations,
            Outbox outbox,
            MailSettings settings,
            AuditTrail audit,
            CurrentUser currentUser,
            Clock clock) {
        this.subjects = subjects;
        this.mails = mails;
        this.log = log;
        this.placeholders = placeholders;
        this.translations = translations;
        this.outbox = outbox;
        this.settings = settings;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Who of the participants would get a reminder now, and who not and why. Those outside the scope are left out. */
    @Transactional(readOnly = true)
    public ReminderPreview preview(Scope scope, Collection<Long> participantIds, BulkProgress progress) {
        var recipients = new ArrayList<ReminderRecipient>(participantIds.size());
        // What each has open is read for a chunk at a time, and only counted.
        BulkChanges.inChunks(
                List.copyOf(new LinkedHashSet<>(participantIds)),
                progress,
                ids -> subjects.read(scope, ids).stream()
                        .map(subject -> new ReminderRecipient(
                                subject.participantId(),
                                subject.personId(),
                                subject.name(),
                                subject.cohort(),
                                subject.email(),
                                subject.language(),
                                subject.open().size(),
                                subject.overdue(clock),
                                subject.lastRemindedAt(),
                                subject.reasonAgainst(clock)))
                        .forEach(recipients::add));
        return new ReminderPreview(recipients, settings.configured());
    }

    /** The product's own words in a language, its placeholders written in that language. */
    public ReminderWording defaultWording(Locale locale) {
        var names = Stream.of(Placeholder.FIRST_NAME, Placeholder.PROGRAM, Placeholder.CYCLE)
                .map(placeholder -> placeholders.write(placeholder, locale))
                .toArray();
        return new ReminderWording(
                translations.translate("reminders.default.subject", locale, names),
                translations.translate("reminders.default.intro", locale, names));
    }

    /** What may stand between braces in a wording, as it is written in a language: {@code {first name}} and so on. */
    public List<String> placeholders(Locale locale) {
        return Stream.of(Placeholder.values())
                .map(placeholder -> placeholders.write(placeholder, locale))
                .toList();
    }

    /** @throws InvalidInputException at {@code subject} or {@code intro} when the wording cannot be used */
    public void check(ReminderWording wording) {
        RenderedMail.checkSubject(wording.subject());
        if (wording.subject().length() > ReminderWording.LONGEST_SUBJECT) {
            throw new InvalidInputException("subject", Text.of("mail.subject.long", ReminderWording.LONGEST_SUBJECT));
        }
        if (wording.intro().length() > ReminderWording.LONGEST_INTRO) {
            throw new InvalidInputException("intro", Text.of("reminders.intro.long", ReminderWording.LONGEST_INTRO));
        }
        placeholders.check("subject", wording.subject());
        placeholders.check("intro", wording.intro());
    }

    /**
     * The mail as this participant would read it.
     *
     * @throws NotFoundException when the scope does not show the participant
     * @throws InvalidInputException at {@code subject} or {@code intro} when the wording cannot be used
     */
    @Transactional(readOnly = true)
    public RenderedMail render(Scope scope, long participantId, Map<Locale, ReminderWording> wording) {
        wording.values().forEach(this::check);
        var subject = subjects.read(scope, List.of(participantId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("participant", participantId));
        return mails.render(subject, wordingFor(subject.language(), wording), sender());
    }

    /**
     * Writes the reminders into the outbox, in one transaction. Whoever was reminded meanwhile, by whomever, is skipped: two
     * leads at the same moment never make two mails. A request that was carried out before returns what it did then.
     *
     * @throws NotFoundException when the scope shows none of the participants
     * @throws InvalidInputException at {@code subject} or {@code intro} when the wording cannot be used, or when nobody was
     *     named
     */
    @Transactional
    public ReminderResult send(Scope scope, ReminderRequest request, BulkProgress progress) {
        if (request.participantIds().isEmpty()) {
            throw new InvalidInputException(Text.of("reminders.nobody"));
        }
        request.wording().values().forEach(this::check);
        return log.resultOf(request).orElseGet(() -> sendFirst(scope, request, progress));
    }

    private ReminderResult sendFirst(Scope scope, ReminderRequest request, BulkProgress progress) {
        var sender = sender();
        var sent = new Sent();
        // In order of id, so that two leads cannot wait for each other; a chunk at a time, as a mail takes room.
        BulkChanges.inOrder(request.participantIds(), progress, ids -> send(scope, request, ids, sender, sent));
        if (sent.seen == 0) {
            throw new NotFoundException("participant", request.participantIds().getFirst());
        }
        var marked = request.participantIds().size();
        return sent.queued + sent.held == 0
                ? log.resultOf(request).orElseGet(() -> new ReminderResult(0, 0, marked))
                : new ReminderResult(sent.queued, sent.held, marked - sent.queued - sent.held);
    }

    private static final class Sent {
        private int seen;
        private int queued;
        private int held;
    }

    private void send(Scope scope, ReminderRequest request, List<Long> ids, ReminderMails.Sender sender, Sent sent) {
        var seen = subjects.read(scope, ids);
        sent.seen += seen.size();
        // Made before their rows are locked, as this is what takes time.
        var drafts = seen.stream()
                .filter(subject -> subject.reasonAgainst(clock) == null)
                .flatMap(subject -> draft(subject, request, sender).stream())
                .toList();
        var won = log.claim(drafts.stream().map(Draft::participantId).toList(), Timestamp.from(clock.instant()));
        var letters = new ArrayList<NewMail>(won.size());
        var events = new ArrayList<AuditEvent>(won.size());
        for (var draft : drafts) {
            if (won.contains(draft.participantId())) {
                letters.add(draft.mail());
                events.add(AuditEvent.of(
                                "REMINDER_SENT",
                                "participant",
                                draft.participantId(),
                                draft.mail().toName())
                        .about(draft.mail().personId())
                        .detail(draft.mail().content().subject()));
            }
        }
        var result = outbox.enqueue(letters);
        log.recount(won);
        audit.record(events);
        sent.queued += result.queued();
        sent.held += result.held();
    }

    private record Draft(long participantId, NewMail mail) {}

    private Optional<Draft> draft(ReminderSubject subject, ReminderRequest request, ReminderMails.Sender sender) {
        return MailAddress.find(subject.email(), subject.name())
                .map(to -> NewMail.of(
                                "reminder:" + request.requestId() + ":" + subject.participantId(),
                                MailKind.REMINDER,
                                to,
                                subject.language(),
                                mails.render(subject, wordingFor(subject.language(), request.wording()), sender))
                        .batch(request.requestId())
                        .replyTo(sender.address() == null ? subject.lead() : sender.address())
                        .about(subject.personId(), subject.participantId()))
                .map(mail -> new Draft(subject.participantId(), mail));
    }

    private ReminderMails.Sender sender() {
        var account = currentUser.get();
        return new ReminderMails.Sender(
                account.displayName(), subjects.addressOf(account).orElse(null));
    }

    private ReminderWording wordingFor(Locale language, Map<Locale, ReminderWording> wording) {
        var given = wording.get(language);
        return given == null ? defaultWording(language) : given;
    }
}
