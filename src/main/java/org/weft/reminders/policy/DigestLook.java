package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.mail.LastLook;
import org.weft.mail.MailKind;
import org.weft.mail.words.MailTexts;
import org.weft.reminders.ReminderLog;
import org.weft.reminders.Silence;

/**
 * Looks at a digest once more before it goes to the mail server, however long it waited in the outbox. What its recipient
 * stopped meanwhile, what nobody needs any more and what is too old is taken out, and it is written anew; one that has
 * nothing left to say is called off. What was taken out stays out, whatever is chosen later: the reminder says so. And at
 * an hour that is not one for mail where the recipient is, it waits for the next that is.
 */
@Component
class DigestLook implements LastLook {

    private final JdbcClient jdbc;
    private final DueReminders due;
    private final ReminderLog reminded;
    private final DigestMails mails;
    private final MailTexts texts;
    private final LocalHours hours;
    private final Clock clock;

    DigestLook(
            JdbcClient jdbc,
            DueReminders due,
            ReminderLog reminded,
            DigestMails mails,
            MailTexts texts,
            LocalHours hours,
            Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.reminded = reminded;
        this.mails = mails;
        this.texts = texts;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public MailKind kind() {
        return MailKind.DIGEST;
    }

    @Override
    @Transactional
    public Map<String, Verdict> ask(Collection<String> uniqueKeys) {
        var now = clock.instant();
        var said = said(uniqueKeys);
        var digests = said.stream().filter(Said::sent).collect(Collectors.toMap(Said::id, Function.identity()));
        var out = new HashMap<Long, HeldBackReason>();
        var participants = new HashSet<Long>();
        var left = new HashMap<String, List<DueReminder>>();
        var changed = said.stream().filter(one -> !one.sent()).map(Said::digest).collect(Collectors.toSet());
        for (var reminder : due.sent(digests.keySet())) {
            var one = Objects.requireNonNull(digests.get(reminder.id()));
            var reason = reasonAgainst(reminder, one.silenced(), now);
            if (reason == null) {
                left.computeIfAbsent(one.digest(), any -> new ArrayList<>()).add(reminder);
            } else {
                out.put(reminder.id(), reason);
                participants.add(reminder.subject().participantId());
                changed.add(one.digest());
            }
        }
        due.takeBack(out, now);
        reminded.recount(participants);
        return verdicts(changed, left, now);
    }

    private Map<String, Verdict> verdicts(Set<String> changed, Map<String, List<DueReminder>> left, Instant now) {
        var verdicts = new HashMap<String, Verdict>();
        changed.stream()
                .filter(digest -> !left.containsKey(digest))
                .forEach(digest -> verdicts.put(digest, new Unwanted()));
        var places = left.isEmpty() ? null : hours.about(now);
        left.forEach((digest, reminders) -> {
            var moment = moment(reminders.getFirst(), Objects.requireNonNull(places), now);
            if (moment.isAfter(now)) {
                verdicts.put(digest, new Later(moment));
            }
        });
        var anew =
                changed.stream().filter(digest -> !verdicts.containsKey(digest)).toList();
        if (anew.isEmpty()) {
            return verdicts;
        }
        var open = mails.open(
                anew.stream().flatMap(digest -> of(left, digest).stream()).toList());
        var words = texts.current();
        for (var digest : anew) {
            var reminders = of(left, digest);
            verdicts.put(digest, new Revised(mails.render(reminders, open, words), mails.unsubscribe(reminders)));
        }
        return verdicts;
    }

    /** In the order a digest tells them. */
    private static List<DueReminder> of(Map<String, List<DueReminder>> left, String digest) {
        return left.getOrDefault(digest, List.of());
    }

    private Instant moment(DueReminder reminder, LocalHours.Hours places, Instant now) {
        return places.next(
                now,
                reminder.time(),
                hours.zone(reminder.zone()),
                reminder.recipient().location());
    }

    /** Silence counts as it is wanted today; else what is asked before a digest is written. */
    private @Nullable HeldBackReason reasonAgainst(DueReminder reminder, boolean silenced, Instant now) {
        if (silenced) {
            return HeldBackReason.SILENCED;
        }
        if (reminder.reason() != null && reminder.reason() != HeldBackReason.SILENCED) {
            return reminder.reason();
        }
        return reminder.isTooLate(now, hours.zone(reminder.zone())) ? HeldBackReason.TOO_LATE : null;
    }

    /** A reminder a digest was written of: whether it is still part of it, and stopped today where the recipient is. */
    private record Said(long id, String digest, boolean sent, boolean silenced) {}

    private List<Said> said(Collection<String> uniqueKeys) {
        return jdbc.sql("""
                        select m.id, m.message_key, m.state, m.required, r.time_zone, %s as silent_until
                        from reminder m
                        join reminder_policy rp on rp.id = m.policy_id
                        join person r on r.id = m.recipient_id
                        where m.message_key in (:keys)""".formatted(Silence.untilOfKind("r.id", "rp.kind")))
                .param("keys", uniqueKeys)
                .query(this::row)
                .list();
    }

    private Said row(ResultSet row, int number) throws SQLException {
        var today = LocalDate.ofInstant(clock.instant(), hours.zone(row.getString("time_zone")));
        var silenced = Silence.holds(row.getObject("silent_until", LocalDate.class), today);
        return new Said(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("state").equals("SENT"),
                silenced && !row.getBoolean("required"));
    }
}
