package org.weft.objectives;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;

/** Writes edits that were found lawful, of locked participants, in batches. */
@Component
class PlanEditWriter {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final AssignmentEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    PlanEditWriter(JdbcTemplate jdbc, AssignmentEvents events, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param now as it stands before */
    record Todo(PlanStand now, PlanEdit edit) {

        /** Where it is moved to; null where it stays. */
        @Nullable AssignmentStatus to() {
            return edit.status() == null ? null : edit.status().after();
        }

        String change() {
            var dueOn = edit.dueOn() == null ? now.dueOn() : edit.dueOn().after();
            var target = edit.target() == null ? now.target() : edit.target().after();
            return new Changes()
                    .of("due", now.dueOn(), dueOn)
                    .of("target", now.target(), target)
                    .toString();
        }
    }

    /** What somebody does who moves an assignment there; null where nobody can. */
    static @Nullable AssignmentAction action(AssignmentStatus to) {
        return switch (to) {
            case NOT_STARTED -> null;
            case IN_PROGRESS -> AssignmentAction.CHECK_IN;
            case SUBMITTED -> AssignmentAction.SUBMIT;
            case RETURNED -> AssignmentAction.RETURN;
            case COMPLETED -> AssignmentAction.COMPLETE;
            case WAIVED -> AssignmentAction.WAIVE;
            case CANCELLED -> AssignmentAction.CANCEL;
        };
    }

    /** Whether one leads to the other, as it does for whoever submits what was returned: that takes it up on the way. */
    static boolean leads(AssignmentStatus from, AssignmentStatus to) {
        return from.canBecome(to) || isSubmittedAgain(from, to);
    }

    private static boolean isSubmittedAgain(AssignmentStatus from, AssignmentStatus to) {
        return from == AssignmentStatus.RETURNED && to == AssignmentStatus.SUBMITTED;
    }

    void write(List<Todo> todo) {
        var now = clock.instant();
        update(todo, now);
        events.record(todo.stream().flatMap(one -> events(one).stream()).toList());
        audit.record(todo.stream().flatMap(one -> audited(one).stream()).toList());
    }

    private void update(List<Todo> todo, Instant now) {
        jdbc.batchUpdate("""
                update assignment set due_on = ?, target = ?, status = ?, status_at = coalesce(?, status_at),
                    ended_reason = coalesce(?, ended_reason), last_activity_at = coalesce(?, last_activity_at),
                    version = version + 1
                where id = ?""", todo, BATCH, (row, one) -> {
            var stand = one.now();
            var edit = one.edit();
            var status = one.to();
            row.setDate(
                    1,
                    Date.valueOf(
                            edit.dueOn() == null ? stand.dueOn() : edit.dueOn().after()));
            row.setInt(2, edit.target() == null ? stand.target() : edit.target().after());
            row.setString(3, (status == null ? stand.status() : status).name());
            row.setTimestamp(4, status == null ? null : Timestamp.from(now));
            row.setString(5, status != null && !status.isLive() ? reason(edit) : null);
            row.setTimestamp(6, isActivity(status) ? Timestamp.from(now) : null);
            row.setLong(7, stand.assignmentId());
        });
    }

    private static boolean isActivity(@Nullable AssignmentStatus status) {
        return status == AssignmentStatus.IN_PROGRESS || status == AssignmentStatus.SUBMITTED;
    }

    private static List<AssignmentEvents.Event> events(Todo one) {
        var events = new ArrayList<AssignmentEvents.Event>();
        var id = one.now().assignmentId();
        if (one.edit().isChange()) {
            events.add(AssignmentEvents.Event.changed(id, one.change()));
        }
        var status = one.to();
        if (status != null) {
            var from = one.now().status();
            if (isSubmittedAgain(from, status)) {
                events.add(AssignmentEvents.Event.moved(id, from, AssignmentStatus.IN_PROGRESS, null));
                from = AssignmentStatus.IN_PROGRESS;
            }
            events.add(AssignmentEvents.Event.moved(id, from, status, reason(one.edit())));
        }
        return events;
    }

    private static List<AuditEvent> audited(Todo one) {
        var entries = new ArrayList<AuditEvent>();
        if (one.edit().isChange()) {
            entries.add(entry(one, "ASSIGNMENT_CHANGED").detail(one.change()));
        }
        var status = one.to();
        if (status != null) {
            // As the single moves do: what is said to the holder stays between the two, why something ends does not.
            entries.add(entry(one, word(status)).detail(status.isLive() ? null : reason(one.edit())));
        }
        return entries;
    }

    private static AuditEvent entry(Todo one, String action) {
        return AuditEvent.of(
                        action,
                        "assignment",
                        one.now().assignmentId(),
                        one.now().title())
                .about(one.now().personId());
    }

    private static String word(AssignmentStatus to) {
        return switch (to) {
            case NOT_STARTED -> throw new IllegalArgumentException("Nothing becomes not started");
            case IN_PROGRESS -> "ASSIGNMENT_STARTED";
            case SUBMITTED -> "ASSIGNMENT_SUBMITTED";
            case RETURNED -> "ASSIGNMENT_RETURNED";
            case COMPLETED -> "ASSIGNMENT_COMPLETED";
            case WAIVED -> "ASSIGNMENT_WAIVED";
            case CANCELLED -> "ASSIGNMENT_CANCELLED";
        };
    }

    private static @Nullable String reason(PlanEdit edit) {
        return Targets.optionalText(PlanEdits.REASON, edit.reason(), AssignmentService.MAX_REASON);
    }
}
