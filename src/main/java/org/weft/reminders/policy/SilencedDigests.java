package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.mail.LastLook;
import org.weft.mail.MailKind;

/**
 * Takes back a digest that waited in the outbox while its recipient asked for silence. One that still has something to
 * say that is wanted, or required, goes out as it was written.
 */
@Component
class SilencedDigests implements LastLook {

    private final JdbcClient jdbc;
    private final ReminderRules rules;
    private final Clock clock;

    SilencedDigests(JdbcClient jdbc, ReminderRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public MailKind kind() {
        return MailKind.DIGEST;
    }

    @Override
    public Set<String> unwanted(Collection<String> uniqueKeys) {
        var now = clock.instant();
        var said = new HashMap<String, Set<Long>>();
        var unwanted = new HashSet<Long>();
        jdbc.sql("""
                        select m.id, m.message_key, m.required, r.time_zone, s.id as silence_id, s.until_on
                        from reminder m
                        join reminder_policy rp on rp.id = m.policy_id
                        join person r on r.id = m.recipient_id
                        left join reminder_silence s on s.person_id = r.id and (s.kind is null or s.kind = rp.kind)
                        where m.message_key in (:keys)""").param("keys", uniqueKeys).query(row -> {
            var id = row.getLong("id");
            said.computeIfAbsent(row.getString("message_key"), any -> new HashSet<>())
                    .add(id);
            var until = row.getObject("until_on", LocalDate.class);
            var today = LocalDate.ofInstant(now, rules.zone(row.getString("time_zone")));
            if (!row.getBoolean("required")
                    && row.getObject("silence_id") != null
                    && (until == null || until.isAfter(today))) {
                unwanted.add(id);
            }
        });
        return said.entrySet().stream()
                .filter(digest -> unwanted.containsAll(digest.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
