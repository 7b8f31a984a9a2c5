package org.weft.reminders.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.people.TimeZoneChanged;
import org.weft.reminders.policy.ReminderRun.Among;

/**
 * Who has come into another time zone. Planning goes by zone, so a day that was planned there before they came would pass
 * them by: they wait here, from the transaction that moves them, until it is planned for them too.
 */
@Repository
class MovedPeople {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ReminderRules rules;
    private final Clock clock;

    MovedPeople(JdbcClient jdbc, JdbcTemplate template, ReminderRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Those who wait.
     *
     * @param moves what {@link #forget} takes
     * @param days that may have been planned without them, by the zone they are in: the one they came on, and the one
     *     that runs
     * @param among who they are
     */
    record Waiting(List<Long> moves, Map<String, Set<LocalDate>> days, Among among) {

        boolean isEmpty() {
            return moves.isEmpty();
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(TimeZoneChanged change) {
        var now = Timestamp.from(clock.instant());
        template.batchUpdate(
                "insert into reminder_moved (person_id, moved_at) values (?, ?)",
                change.personIds(),
                BATCH,
                (row, personId) -> {
                    row.setLong(1, personId);
                    row.setTimestamp(2, now);
                });
    }

    @Transactional(readOnly = true)
    Waiting waiting(Instant now) {
        var days = new HashMap<String, Set<LocalDate>>();
        var people = new TreeSet<Long>();
        var moves = jdbc.sql("""
                        select m.id, m.person_id, m.moved_at, coalesce(p.time_zone, '') as zone
                        from reminder_moved m join person p on p.id = m.person_id order by m.id""")
                .query((row, number) -> {
                    var zone = rules.zone(row.getString("zone"));
                    var there = days.computeIfAbsent(row.getString("zone"), any -> new TreeSet<>());
                    there.add(LocalDate.ofInstant(row.getTimestamp("moved_at").toInstant(), zone));
                    there.add(LocalDate.ofInstant(now, zone));
                    people.add(row.getLong("person_id"));
                    return row.getLong("id");
                })
                .list();
        var all = List.copyOf(people);
        return new Waiting(moves, days, new Among(Among.By.RECIPIENT, all, all));
    }

    /** Once all is planned for them. */
    @Transactional
    void forget(List<Long> moves) {
        if (!moves.isEmpty()) {
            jdbc.sql(
                            "delete from reminder_moved where id in (select w.id from unnest(cast(:moves as bigint array)) w(id))")
                    .param("moves", moves.toArray(Long[]::new))
                    .update();
        }
    }
}
