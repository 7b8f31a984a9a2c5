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
import org.weft.reminders.Silence;

/**
 * Looks at a reminder sent by hand once more before it goes to the mail server. At an hour that is not one for mail where
 * the recipient is, it waits for the next that is; and it does not go out to somebody who stopped every kind, left or has
 * nothing open any more, while it waited.
 */
@Component
class ReminderLook implements LastLook {

    private final JdbcClient jdbc;
    private final LocalHours hours;
    private final Clock clock;

    ReminderLook(JdbcClient jdbc, LocalHours hours, Clock clock) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public MailKind kind() {
        return MailKind.REMINDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Verdict> ask(Collection<String> uniqueKeys) {
        var now = clock.instant();
        var places = hours.about(now);
        var verdicts = new HashMap<String, Verdict>();
        jdbc.sql("""
                        select m.unique_key, p.time_zone, p.location, %s as silent_until,
                            p.active and (m.participant_id is null or exists (select 1 from assignment a
                                where a.participant_id = m.participant_id
                                    and a.status in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED'))) as needed
                        from message m
                        join person p on p.id = m.person_id
                        where m.unique_key in (:keys)""".formatted(Silence.until("p.id"))).param("keys", uniqueKeys).query(row -> {
            var key = row.getString("unique_key");
            var zone = hours.zone(row.getString("time_zone"));
            var today = LocalDate.ofInstant(now, zone);
            if (!row.getBoolean("needed") || Silence.holds(row.getObject("silent_until", LocalDate.class), today)) {
                verdicts.put(key, new Unwanted());
                return;
            }
            var moment = places.next(now, zone, row.getString("location"));
            if (moment.isAfter(now)) {
                verdicts.put(key, new Later(moment));
            }
        });
        return verdicts;
    }
}
