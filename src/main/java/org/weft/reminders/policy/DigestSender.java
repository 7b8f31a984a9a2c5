package org.weft.reminders.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.mail.MailAddress;
import org.weft.mail.MailKind;
import org.weft.mail.NewMail;
import org.weft.mail.Outbox;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.MailWords;
import org.weft.reminders.ReminderLog;

/**
 * Turns what is due to one person into one mail. Whatever may have changed since it was planned is asked again: that they
 * still want it, that something is still open, and that it is neither night nor a day off where they are now.
 */
@Component
class DigestSender {

    private static final Logger log = LoggerFactory.getLogger(DigestSender.class);

    private static final int RECIPIENTS = 200;

    private final DueReminders due;
    private final ReminderStore store;
    private final LocalHours hours;
    private final DigestMails mails;
    private final MailTexts texts;
    private final Outbox outbox;
    private final ReminderLog reminded;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigestSender(
            DueReminders due,
            ReminderStore store,
            LocalHours hours,
            DigestMails mails,
            MailTexts texts,
            Outbox outbox,
            ReminderLog reminded,
            TransactionTemplate transaction,
            Clock clock) {
        this.due = due;
        this.store = store;
        this.hours = hours;
        this.mails = mails;
        this.texts = texts;
        this.outbox = outbox;
        this.reminded = reminded;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts a digest into the outbox for everybody to whom something is due, some hundred a transaction. */
    void sendDue() {
        var now = clock.instant();
        while (transaction.execute(status -> sendSome(now))) {
            log.debug("Some digests are written, looking for more");
        }
    }

    private boolean sendSome(Instant now) {
        store.lock();
        var some = due.next(RECIPIENTS, now);
        var places = some.isEmpty() ? null : hours.about(now);
        var digests = new ArrayList<List<DueReminder>>();
        for (var reminders : some.values()) {
            var ready = reminders.stream()
                    .filter(one -> isReady(one, Objects.requireNonNull(places), now))
                    .toList();
            if (!ready.isEmpty()) {
                digests.add(ready);
            }
        }
        send(digests, now);
        return !some.isEmpty();
    }

    /** Whether it goes out now; if not, it is moved or held back. */
    private boolean isReady(DueReminder reminder, LocalHours.Hours places, Instant now) {
        if (reminder.reason() != null) {
            due.holdBack(List.of(reminder), reminder.reason(), now);
            return false;
        }
        var zone = hours.zone(reminder.zone());
        if (reminder.isTooLate(now, zone)) {
            due.holdBack(List.of(reminder), HeldBackReason.TOO_LATE, now);
            return false;
        }
        var moment =
                places.next(now, reminder.time(), zone, reminder.recipient().location());
        if (!Objects.equals(reminder.plannedZone(), reminder.zone())) {
            var there = places.allowed().at(reminder.day(), reminder.time(), zone);
            moment = there.isAfter(moment) ? there : moment;
        }
        if (moment.isAfter(now)) {
            due.move(reminder, moment, reminder.zone());
            return false;
        }
        return true;
    }

    private void send(List<List<DueReminder>> digests, Instant now) {
        if (digests.isEmpty()) {
            return;
        }
        var words = texts.current();
        var open = mails.open(digests.stream().flatMap(List::stream).toList());
        var told = new HashSet<Long>();
        for (var reminders : digests) {
            var recipient = reminders.getFirst().recipient();
            var to = MailAddress.find(recipient.email(), recipient.name()).orElse(null);
            if (to == null) {
                due.holdBack(reminders, HeldBackReason.UNUSABLE_ADDRESS, now);
                continue;
            }
            var slot = reminders.stream()
                    .map(DueReminder::slot)
                    .max(Instant::compareTo)
                    .orElseThrow();
            var key = "digest:" + recipient.id() + ":" + slot.getEpochSecond();
            var won = due.claim(reminders, key, now);
            if (won.isEmpty()) {
                continue;
            }
            var mail = mail(key, to, won, open, words);
            if (mail != null && enqueued(mail)) {
                toldOfThemselves(won).forEach(told::add);
            } else {
                due.takeBack(
                        won.stream().collect(Collectors.toMap(DueReminder::id, any -> HeldBackReason.NOT_WRITTEN)),
                        now);
            }
        }
        reminded.recount(told);
    }

    /** Not if one of that slot is in the outbox already: it tells other reminders, and these must not count as told. */
    private boolean enqueued(NewMail mail) {
        var known = outbox.enqueue(mail).known() > 0;
        if (known) {
            log.error("There is a {} already", mail.uniqueKey());
        }
        return !known;
    }

    /** The digest, or null if it cannot be written: that is nobody else's loss. */
    private @Nullable NewMail mail(
            String key, MailAddress to, List<DueReminder> won, Map<Long, List<OpenThing>> open, MailWords words) {
        var recipient = won.getFirst().recipient();
        try {
            return new NewMail(
                    key,
                    MailKind.DIGEST,
                    null,
                    to.name(),
                    to,
                    lead(won),
                    recipient.language(),
                    mails.render(won, open, words),
                    recipient.id(),
                    about(won),
                    mails.unsubscribe(won),
                    null);
        } catch (DataAccessException | TransactionException e) {
            // The database, not the mail: all of it is tried again.
            throw e;
        } catch (RuntimeException e) {
            // Without its message, which may quote an address or a link that works.
            var at = e.getStackTrace();
            log.error(
                    "The digest to person {} could not be written: {} at {}",
                    recipient.id(),
                    e.getClass().getName(),
                    at.length == 0 ? "an unknown place" : at[0]);
            return null;
        }
    }

    private static Stream<Long> toldOfThemselves(List<DueReminder> reminders) {
        return reminders.stream()
                .filter(one -> !one.toLead())
                .map(one -> one.subject().participantId());
    }

    /** Who gets the answer of a participant; where several lead them, the one of what is told first. */
    private static @Nullable MailAddress lead(List<DueReminder> reminders) {
        return reminders.stream()
                .filter(one -> !one.toLead())
                .map(one -> one.subject().lead())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The participant it is about, if it is about one. */
    private static @Nullable Long about(List<DueReminder> reminders) {
        var participants = reminders.stream()
                .map(one -> one.subject().participantId())
                .distinct()
                .toList();
        return participants.size() == 1 ? participants.getFirst() : null;
    }
}
