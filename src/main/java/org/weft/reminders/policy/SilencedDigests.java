package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.mail.LastLook;
import org.weft.mail.MailKind;
import org.weft.mail.words.MailTexts;
import org.weft.mail.words.MailWords;
import org.weft.reminders.ReminderLog;

/**
 * Takes out of a digest what its recipient stopped while it waited in the outbox, and writes it anew; one that has nothing
 * left to say is taken back. What was taken out stays out, whatever is chosen later: the reminder says so.
 */
@Component
class SilencedDigests implements LastLook {

    private final JdbcClient jdbc;
    private final DueReminders due;
    private final ReminderLog reminded;
    private final DigestMails mails;
    private final MailTexts texts;
    private final ReminderRules rules;
    private final Clock clock;

    SilencedDigests(
            JdbcClient jdbc,
            DueReminders due,
            ReminderLog reminded,
            DigestMails mails,
            MailTexts texts,
            ReminderRules rules,
            Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.reminded = reminded;
        this.mails = mails;
        this.texts = texts;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public MailKind kind() {
        return MailKind.DIGEST;
    }

    @Override
    @Transactional
    public Map<String, Optional<Revised>> changed(Collection<String> uniqueKeys) {
        var said = said(uniqueKeys);
        var silenced = said.stream().filter(one -> one.sent() && one.silenced()).toList();
        due.silence(silenced.stream().map(Said::id).toList(), clock.instant());
        reminded.recount(silenced.stream().map(Said::participantId).toList());
        var changed =
                said.stream().filter(one -> !one.stays()).map(Said::digest).collect(Collectors.toSet());
        var digests = said.stream()
                .filter(one -> one.stays() && changed.contains(one.digest()))
                .collect(Collectors.toMap(Said::id, Said::digest));
        var left = due.sent(digests.keySet());
        var open = mails.open(left);
        var words = texts.current();
        return changed.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        digest -> revised(
                                left.stream()
                                        .filter(one -> digest.equals(digests.get(one.id())))
                                        .toList(),
                                open,
                                words)));
    }

    private Optional<Revised> revised(List<DueReminder> left, Map<Long, List<OpenThing>> open, MailWords words) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Revised(mails.render(left, open, words), mails.unsubscribe(left)));
    }

    /** A reminder a digest was written of: whether it is still part of it, and wanted today where the recipient is. */
    private record Said(long id, long participantId, String digest, boolean sent, boolean silenced) {

        boolean stays() {
            return sent && !silenced;
        }
    }

    private List<Said> said(Collection<String> uniqueKeys) {
        return jdbc.sql("""
                        select m.id, m.participant_id, m.message_key, m.state, m.required, r.time_zone,
                            max(case when s.id is null then 0 when s.until_on is null then 2 else 1 end) as silence,
                            max(s.until_on) as until_on
                        from reminder m
                        join reminder_policy rp on rp.id = m.policy_id
                        join person r on r.id = m.recipient_id
                        left join reminder_silence s on s.person_id = r.id and (s.kind is null or s.kind = rp.kind)
                        where m.message_key in (:keys)
                        group by m.id, m.participant_id, m.message_key, m.state, m.required, r.time_zone""").param("keys", uniqueKeys).query(this::row).list();
    }

    private Said row(ResultSet row, int number) throws SQLException {
        var today = LocalDate.ofInstant(clock.instant(), rules.zone(row.getString("time_zone")));
        var until = row.getObject("until_on", LocalDate.class);
        var silenced = row.getInt("silence") == 2 || (until != null && until.isAfter(today));
        return new Said(
                row.getLong("id"),
                row.getLong("participant_id"),
                row.getString("message_key"),
                row.getString("state").equals("SENT"),
                silenced && !row.getBoolean("required"));
    }
}
