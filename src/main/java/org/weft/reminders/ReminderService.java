package org.weft.reminders;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.MailSettings;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.RenderedMail;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.MailWords;
import org.weft.mail.words.PlaceholderText;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;

/**
 * Reminds participants of their open objectives, by mail in their own language, at most once in 24 hours, and within the
 * hours and on the days mail may go out where they are: what is sent at another moment waits in the outbox.
 *
 * @see <a href="../../../../../../docs/decisions/023-reminders-by-hand-keep-to-hours.md">023</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
public class ReminderService {

    private final ReminderSubjects subjects;
    private final ReminderMails mails;
    private final WayOut wayOut;
    private final MailHours hours;
    private final ReminderLog log;
    private final MailTexts texts;
    private final PlaceholderText placeholders;
    private final Outbox outbox;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReminderService(
            ReminderSubjects subjects,
            ReminderMails mails,
            WayOut wayOut,
            MailHours hours,
            ReminderLog log,
            MailTexts texts,
            PlaceholderText placeholders,
            Outbox outbox,
            MailSettings settings,
            AuditTrail audit,
            CurrentUser currentUser,
            Clock clock) {
        this.subjects = subjects;
        this.mails = mails;
        this.wayOut = wayOut;
        this.hours = hours;
        this.log = log;
        this.texts = texts;
        this.placeholders = placeholders;
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
        var now = clock.instant();
        var places = hours.about(now);
        var mailServer = settings.configured();
        // What each has open is read for a chunk at a time, and only counted.
        BulkChanges.inChunks(
                List.copyOf(new LinkedHashSet<>(participantIds)),
                progress,
                ids -> subjects.read(scope, ids).stream()
                        .map(subject -> recipient(subject, mailServer ? subject.waitsUntil(places, now) : null))
                        .forEach(recipients::add));
        return new ReminderPreview(recipients, mailServer, now);
    }

    private ReminderRecipient recipient(ReminderSubject subject, @Nullable ZonedDateTime waitsUntil) {
        var reason = subject.reasonAgainst(clock);
        return new ReminderRecipient(
                subject.participantId(),
                subject.personId(),
                subject.name(),
                subject.cohort(),
                subject.email(),
                subject.language(),
                subject.open().size(),
                subject.overdue(clock),
                subject.lastRemindedAt(),
                reason,
                reason == null ? waitsUntil : null);
    }

    /** What a reminder says in a language unless its lead says something else, with its placeholders. */
    public ReminderWording defaultWording(Locale locale) {
        var words = texts.current();
        return new ReminderWording(
                words.text(ReminderWords.MAIL, locale, ReminderWords.MAIL.part(ReminderWords.SUBJECT)),
                words.text(ReminderWords.MAIL, locale, ReminderWords.MAIL.part(ReminderWords.INTRO)));
    }

    /** What may stand between braces in a wording, as it is written in a language: {@code {first name}} and so on. */
    public List<String> placeholders(Locale locale) {
        return ReminderWords.MAIL.part(ReminderWords.INTRO).offered().stream()
                .map(placeholder -> placeholders.write(placeholder, locale))
                .toList();
    }

    /** @throws InvalidInputException at {@code subject} or {@code intro} when the wording cannot be used */
    public void check(ReminderWording wording) {
        check(ReminderWords.SUBJECT, wording.subject());
        check(ReminderWords.INTRO, wording.intro());
    }

    private void check(String part, String text) {
        placeholders.check(ReminderWords.MAIL.part(part), text).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw new InvalidInputException(part, problem.text());
                });
    }

    /**
     * The mail as this participant would read it, but for the address under which they ask for fewer: it is theirs alone.
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
        return mails.render(subject, words(wording), sender(), wayOut.example());
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
        var sending = new Sending(request, words(request.wording()), sender(), clock.instant());
        // In order of id, so that two leads cannot wait for each other; a chunk at a time, as a mail takes room.
        BulkChanges.inOrder(request.participantIds(), progress, ids -> send(scope, ids, sending));
        if (sending.seen == 0) {
            throw new NotFoundException("participant", request.participantIds().getFirst());
        }
        var marked = request.participantIds().size();
        var written = sending.queued + sending.waiting + sending.held;
        return written == 0
                ? log.resultOf(request).orElseGet(() -> new ReminderResult(0, 0, 0, marked))
                : new ReminderResult(sending.queued, sending.waiting, sending.held, marked - written);
    }

    /** What all mails of one request share, and how far it has come. */
    private final class Sending {
        private final ReminderRequest request;
        private final MailWords words;
        private final ReminderMails.Sender sender;
        private final Instant now;
        private final MailHours.Places places;
        private int seen;
        private int queued;
        private int waiting;
        private int held;

        Sending(ReminderRequest request, MailWords words, ReminderMails.Sender sender, Instant now) {
            this.request = request;
            this.words = words;
            this.sender = sender;
            this.now = now;
            this.places = hours.about(now);
        }
    }

    private void send(Scope scope, List<Long> ids, Sending sending) {
        var seen = subjects.read(scope, ids);
        sending.seen += seen.size();
        // Made before their rows are locked, as this is what takes time.
        var drafts = seen.stream()
                .filter(subject -> subject.reasonAgainst(clock) == null)
                .flatMap(subject -> draft(subject, sending).stream())
                .toList();
        var won = log.claim(drafts.stream().map(Draft::participantId).toList(), Timestamp.from(clock.instant()));
        var letters = new ArrayList<NewMail>(won.size());
        var events = new ArrayList<AuditEvent>(won.size());
        var waiting = 0;
        for (var draft : drafts) {
            if (won.contains(draft.participantId())) {
                waiting += draft.waits() ? 1 : 0;
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
        var later = Math.min(waiting, result.queued());
        sending.queued += result.queued() - later;
        sending.waiting += later;
        sending.held += result.held();
    }

    /** @param waits whether it goes out later, by the hours where its recipient is */
    private record Draft(long participantId, NewMail mail, boolean waits) {}

    private Optional<Draft> draft(ReminderSubject subject, Sending sending) {
        var request = sending.request;
        return MailAddress.find(subject.email(), subject.name())
                .map(to -> NewMail.of(
                                "reminder:" + request.requestId() + ":" + subject.participantId(),
                                MailKind.REMINDER,
                                to,
                                subject.language(),
                                mails.render(subject, sending.words, sending.sender, wayOut.page(subject.personId())))
                        .batch(request.requestId())
                        .replyTo(sending.sender.address() == null ? subject.lead() : sending.sender.address())
                        .about(subject.personId(), subject.participantId())
                        .unsubscribe(wayOut.oneClick(subject.personId())))
                .map(mail -> new Draft(
                        subject.participantId(), mail, subject.waitsUntil(sending.places, sending.now) != null));
    }

    private ReminderMails.Sender sender() {
        var account = currentUser.get();
        return new ReminderMails.Sender(
                account.displayName(), subjects.addressOf(account).orElse(null));
    }

    /** The words of the house, and in their place what the lead says. */
    private MailWords words(Map<Locale, ReminderWording> wording) {
        var words = texts.current();
        for (var given : wording.entrySet()) {
            words = words.with(
                    ReminderWords.MAIL,
                    given.getKey(),
                    Map.of(
                            ReminderWords.SUBJECT, given.getValue().subject(),
                            ReminderWords.INTRO, given.getValue().intro()));
        }
        return words;
    }
}
