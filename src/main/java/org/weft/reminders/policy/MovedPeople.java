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
     * @param among the participants they are, and those they lead
     */
    record Waiting(List<Long> moves, Map<String, Set<LocalDate>> days, ReminderRun.Among among) {

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
        var moves = jdbc.sql("""
                        select m.id, m.moved_at, coalesce(p.time_zone, '') as zone
                        from reminder_moved m join person p on p.id = m.person_id order by m.id""")
                .query((row, number) -> {
                    var zone = rules.zone(row.getString("zone"));
                    var there = days.computeIfAbsent(row.getString("zone"), any -> new TreeSet<>());
                    there.add(LocalDate.ofInstant(row.getTimestamp("moved_at").toInstant(), zone));
                    there.add(LocalDate.ofInstant(now, zone));
                    return row.getLong("id");
                })
                .list();
        return new Waiting(
                moves,
                days,
                moves.isEmpty()
                        ? new ReminderRun.Among(List.of(), List.of())
                        : new ReminderRun.Among(participants("person_id", moves), participants("lead_id", moves)));
    }

    private List<Long> participants(String column, List<Long> moves) {
        return jdbc.sql("""
                        select pt.id from participant pt where pt.%s in (
                            select m.person_id from reminder_moved m
                            join unnest(cast(:moves as bigint array)) w(id) on w.id = m.id)""".formatted(column))
                .param("moves", moves.toArray(Long[]::new))
                .query(Long.class)
                .list();
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
