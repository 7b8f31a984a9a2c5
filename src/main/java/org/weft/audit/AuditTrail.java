package org.weft.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the trail, in the transaction of the change it tells of: no change without its entry, no entry without its change. */
@Service
public class AuditTrail {

    private static final String INSERT = """
            insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id, subject_name, person_id, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final CurrentActor actor;

    AuditTrail(JdbcTemplate jdbc, Clock clock, CurrentActor actor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.actor = actor;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        record(List.of(event));
    }

    /** Many at once, in one batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditEvent> events) {
        var now = Timestamp.from(clock.instant());
        var who = actor.get();
        jdbc.batchUpdate(INSERT, events, 500, (row, event) -> {
            row.setTimestamp(1, now);
            row.setObject(2, who.accountId(), Types.BIGINT);
            row.setString(3, cut(who.name(), 200));
            row.setString(4, event.action());
            row.setString(5, event.subjectType());
            row.setObject(6, event.subjectId(), Types.BIGINT);
            row.setString(7, cut(event.subjectName(), 300));
            row.setObject(8, event.personId(), Types.BIGINT);
            row.setString(9, cut(event.detail(), 4000));
        });
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
