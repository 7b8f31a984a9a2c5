package org.weft.reports;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** Counts the reminders of a cycle that went out, and those after which something happened within seven days. */
@Component
class CycleReminders {

    /** Whether the participant {@code pt} had a conversation after {@code m} went out. */
    static final String TALKED = """
            exists (
                select 1 from conversation_person cp join conversation c on c.id = cp.conversation_id
                where cp.person_id = pt.person_id and c.held_on between cast(m.sent_at as date)
                    and cast(m.sent_at + interval '7' day as date))""";

    /** Whether the participant {@code pt} checked in after {@code m} went out. */
    static final String CHECKED_IN = """
            exists (
                select 1 from assignment a join assignment_event e on e.assignment_id = a.id
                where a.participant_id = pt.id and e.kind = 'CHECK_IN'
                    and e.at >= m.sent_at and e.at < m.sent_at + interval '7' day)""";

    private static final String SQL = """
            select sent.slot, count(*) as reminded, count(sent.followed) as followed
            from (
                select floor(extract(epoch from m.sent_at) / %d) as slot,
                    case when %s or %s
                        then 1 end as followed
                from participant pt join message m on m.participant_id = pt.id
                where pt.cycle_id = :cycle and m.kind = 'REMINDER' and m.status = 'SENT' and m.sent_at is not null
                    and %s) sent
            group by sent.slot""";

    private final JdbcClient jdbc;
    private final CycleObjectives days;

    CycleReminders(JdbcClient jdbc, CycleObjectives days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    record Day(LocalDate day, long reminded, long followed) {}

    /** By the day they went out, in the portal's zone. A day may come more than once. */
    List<Day> sent(Scope scope, long cycleId) {
        return jdbc.sql(SQL.formatted(
                        CycleObjectives.SLOT_SECONDS, TALKED, CHECKED_IN, scope.condition("pt.person_id")))
                .params(scope.parameters())
                .param("cycle", cycleId)
                .query((row, n) -> new Day(days.day(row), row.getLong("reminded"), row.getLong("followed")))
                .list();
    }
}
