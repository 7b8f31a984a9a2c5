package org.weft.objectives;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.audit.CurrentActor;

/** Writes the dated events of assignments, with who acted. */
@Component
class AssignmentEvents {

    private static final String INSERT = """
            insert into assignment_event
                (assignment_id, at, actor_id, actor_name, kind, from_status, to_status, health, note)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;
    private final CurrentActor actor;

    AssignmentEvents(JdbcClient jdbc, JdbcTemplate batch, Clock clock, CurrentActor actor) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
        this.actor = actor;
    }

    /** What happened to an assignment. */
    record Event(
            long assignmentId,
            AssignmentEventKind kind,
            @Nullable AssignmentStatus from,
            @Nullable AssignmentStatus to,
            @Nullable Health health,
            @Nullable String note) {

        static Event moved(long assignmentId, AssignmentStatus from, AssignmentStatus to, @Nullable String note) {
            return new Event(assignmentId, AssignmentEventKind.STATUS, from, to, null, note);
        }

        static Event checkedIn(long assignmentId, Health health, @Nullable String text) {
            return new Event(assignmentId, AssignmentEventKind.CHECK_IN, null, null, health, text);
        }

        static Event changed(long assignmentId, String note) {
            return new Event(assignmentId, AssignmentEventKind.CHANGED, null, null, null, note);
        }
    }

    void moved(long assignmentId, AssignmentStatus from, AssignmentStatus to, @Nullable String note) {
        record(List.of(Event.moved(assignmentId, from, to, note)));
    }

    void checkedIn(long assignmentId, Health health, @Nullable String text) {
        record(List.of(Event.checkedIn(assignmentId, health, text)));
    }

    void changed(long assignmentId, String note) {
        record(List.of(Event.changed(assignmentId, note)));
    }

    /** One creation event for each assignment of a batch. */
    void assigned(long batchId) {
        var who = actor.get();
        jdbc.sql("""
                        insert into assignment_event (assignment_id, at, actor_id, actor_name, kind, to_status)
                        select a.id, :at, :actor, :name, 'ASSIGNED', a.status from assignment a where a.batch_id = :batch""")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", who.accountId(), Types.BIGINT)
                .param("name", who.name())
                .param("batch", batchId)
                .update();
    }

    /** Many at once, in one batch. */
    void record(List<Event> happened) {
        var who = actor.get();
        var at = Timestamp.from(clock.instant());
        batch.batchUpdate(INSERT, happened, 500, (row, event) -> {
            row.setLong(1, event.assignmentId());
            row.setTimestamp(2, at);
            row.setObject(3, who.accountId(), Types.BIGINT);
            row.setString(4, who.name());
            row.setString(5, event.kind().name());
            row.setString(6, name(event.from()));
            row.setString(7, name(event.to()));
            row.setString(8, name(event.health()));
            row.setString(9, event.note());
        });
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
