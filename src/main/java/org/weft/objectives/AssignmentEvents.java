package org.weft.objectives;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.audit.CurrentActor;

/** Writes the dated events of assignments, with who acted. */
@Component
class AssignmentEvents {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentActor actor;

    AssignmentEvents(JdbcClient jdbc, Clock clock, CurrentActor actor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.actor = actor;
    }

    void moved(long assignmentId, AssignmentStatus from, AssignmentStatus to, @Nullable String note) {
        write(assignmentId, AssignmentEventKind.STATUS, from, to, null, note);
    }

    void checkedIn(long assignmentId, Health health, @Nullable String text) {
        write(assignmentId, AssignmentEventKind.CHECK_IN, null, null, health, text);
    }

    void changed(long assignmentId, String note) {
        write(assignmentId, AssignmentEventKind.CHANGED, null, null, null, note);
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

    private void write(
            long assignmentId,
            AssignmentEventKind kind,
            @Nullable AssignmentStatus from,
            @Nullable AssignmentStatus to,
            @Nullable Health health,
            @Nullable String note) {
        var who = actor.get();
        jdbc.sql("""
                        insert into assignment_event
                            (assignment_id, at, actor_id, actor_name, kind, from_status, to_status, health, note)
                        values (:assignment, :at, :actor, :name, :kind, :from, :to, :health, :note)""")
                .param("assignment", assignmentId)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", who.accountId(), Types.BIGINT)
                .param("name", who.name())
                .param("kind", kind.name())
                .param("from", from == null ? null : from.name(), Types.VARCHAR)
                .param("to", to == null ? null : to.name(), Types.VARCHAR)
                .param("health", health == null ? null : health.name(), Types.VARCHAR)
                .param("note", note, Types.VARCHAR)
                .update();
    }
}
