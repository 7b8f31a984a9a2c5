package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.mail.LastLook;
import org.weft.mail.MailKind;

/** A reminder that a lead sent by hand does not go out either to somebody who stopped every kind while it waited. */
@Component
class ReminderLook implements LastLook {

    private final JdbcClient jdbc;
    private final ReminderRules rules;
    private final Clock clock;

    ReminderLook(JdbcClient jdbc, ReminderRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public MailKind kind() {
        return MailKind.REMINDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Verdict> ask(Collection<String> uniqueKeys) {
        var verdicts = new HashMap<String, Verdict>();
        jdbc.sql("""
                        select m.unique_key, p.time_zone, s.until_on
                        from message m
                        join person p on p.id = m.person_id
                        join reminder_silence s on s.person_id = p.id and s.kind is null
                        where m.unique_key in (:keys)""").param("keys", uniqueKeys).query(row -> {
            var until = row.getObject("until_on", LocalDate.class);
            var today = LocalDate.ofInstant(clock.instant(), rules.zone(row.getString("time_zone")));
            if (until == null || until.isAfter(today)) {
                verdicts.put(row.getString("unique_key"), new Unwanted());
            }
        });
        return verdicts;
    }
}
