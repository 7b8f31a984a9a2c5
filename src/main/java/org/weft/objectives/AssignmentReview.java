package org.weft.objectives;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/** The life of single assignments: each change dated, with its actor, and the participant's figures after it. */
@Component
class AssignmentReview {

    static final int MAX_NOTE = 2000;

    private final AssignmentRepository assignments;
    private final AssignmentEvents events;
    private final AssignmentPolicy policy;
    private final PlanFigures figures;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentReview(
            AssignmentRepository assignments,
            AssignmentEvents events,
            AssignmentPolicy policy,
            PlanFigures figures,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.assignments = assignments;
        this.events = events;
        this.policy = policy;
        this.figures = figures;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void submit(Scope scope, long id, int version, @Nullable String note) {
        var assignment = open(scope, id, version, AssignmentAction.SUBMIT);
        var text = Targets.optionalText("note", note, MAX_NOTE);
        var now = clock.instant();
        if (assignment.status() == AssignmentStatus.RETURNED) {
            // Handing it in again is the activity that takes it up again.
            move(assignment, AssignmentStatus.IN_PROGRESS, null, now);
        }
        move(assignment, AssignmentStatus.SUBMITTED, text, now);
        assignment.active(now);
        done(assignment, "ASSIGNMENT_SUBMITTED", null);
    }

    void complete(Scope scope, long id, int version, @Nullable String note) {
        var assignment = open(scope, id, version, AssignmentAction.COMPLETE);
        move(assignment, AssignmentStatus.COMPLETED, Targets.optionalText("note", note, MAX_NOTE), clock.instant());
        done(assignment, "ASSIGNMENT_COMPLETED", null);
    }

    void returnForChanges(Scope scope, long id, int version, String note) {
        var assignment = open(scope, id, version, AssignmentAction.RETURN);
        move(assignment, AssignmentStatus.RETURNED, Targets.text("note", note, MAX_NOTE), clock.instant());
        done(assignment, "ASSIGNMENT_RETURNED", null);
    }

    void end(
            Scope scope,
            long id,
            int version,
            AssignmentStatus to,
            AssignmentAction action,
            @Nullable String reason,
            String audited) {
        var assignment = open(scope, id, version, action);
        var from = assignment.status();
        assignment.end(to, reason, clock.instant());
        events.moved(id, from, to, reason);
        done(assignment, audited, reason);
    }

    void change(Scope scope, long id, int version, LocalDate dueOn, int target) {
        var assignment = open(scope, id, version, AssignmentAction.CHANGE);
        if (!assignment.status().isOpen()) {
            throw new InvalidInputException(Text.of(
                    "objectives.refused.ended",
                    Text.of("status." + assignment.status().name())));
        }
        Targets.check(target, assignment.unit());
        record Span(LocalDate startsOn, LocalDate endsOn) {}
        var cycle = jdbc.sql("select starts_on, ends_on from cycle where id = ?")
                .param(assignment.cycleId())
                .query(Span.class)
                .single();
        if (!dueOn.equals(assignment.dueOn())) {
            Targets.checkDue(dueOn, cycle.startsOn(), cycle.endsOn());
        }
        if (dueOn.equals(assignment.dueOn()) && target == assignment.target()) {
            return;
        }
        var what = change("due", assignment.dueOn(), dueOn) + change("target", assignment.target(), target);
        assignment.change(dueOn, target);
        events.changed(id, what.strip());
        done(assignment, "ASSIGNMENT_CHANGED", what.strip());
    }

    void checkIn(Scope scope, long id, int version, CheckIn checkIn) {
        var assignment = open(scope, id, version, AssignmentAction.CHECK_IN);
        if (!assignment.status().isOpen() || assignment.status() == AssignmentStatus.SUBMITTED) {
            throw new InvalidInputException(Text.of(
                    "objectives.refused.checkin",
                    Text.of("status." + assignment.status().name())));
        }
        if (checkIn.health() == Health.NOT_UPDATED) {
            throw new InvalidInputException("health", Text.of("objectives.error.health"));
        }
        var text = Targets.optionalText("text", checkIn.text(), CheckIn.MAX_TEXT);
        var reported = assignment.measure() == Measure.REPORTED ? checkIn.reported() : null;
        if (reported != null) {
            Targets.checkReported(reported, assignment.unit());
        }
        var now = clock.instant();
        if (assignment.status() != AssignmentStatus.IN_PROGRESS) {
            move(assignment, AssignmentStatus.IN_PROGRESS, null, now);
        }
        assignment.report(checkIn.health(), reported);
        assignment.active(now);
        events.checkedIn(id, checkIn.health(), text);
        done(assignment, "ASSIGNMENT_CHECKED_IN", checkIn.health().name());
    }

    /** The assignment as the caller saw it, with its participant locked so that figures are counted one after another. */
    private Assignment open(Scope scope, long id, int version, AssignmentAction action) {
        record Held(long participantId, long personId, boolean hasAccount) {}
        var held = jdbc.sql("""
                        select a.participant_id, a.person_id,
                               exists (select 1 from account ac where ac.person_id = a.person_id and ac.active) as has_account
                        from assignment a where a.id = :id and\s""" + scope.condition("a.person_id"))
                .param("id", id)
                .params(scope.parameters())
                .query(Held.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("assignment", id));
        if (!policy.mayEver(action, held.personId(), held.hasAccount())) {
            throw new InvalidInputException(Text.of("objectives.refused.who." + action.name()));
        }
        figures.lock(List.of(held.participantId()));
        var assignment = assignments.findById(id).orElseThrow(() -> new NotFoundException("assignment", id));
        if (assignment.version() != version) {
            throw new StaleEditException("Assignment", id);
        }
        return assignment;
    }

    private void move(Assignment assignment, AssignmentStatus to, @Nullable String note, Instant now) {
        var from = assignment.status();
        assignment.become(to, now);
        events.moved(assignment.id(), from, to, note);
    }

    private void done(Assignment assignment, String action, @Nullable String detail) {
        assignments.saveAndFlush(assignment);
        figures.recount(List.of(assignment.participantId()));
        audit.record(AuditEvent.of(action, "assignment", assignment.id(), assignment.title())
                .about(assignment.personId())
                .detail(detail));
    }

    private static String change(String field, Object before, Object after) {
        return before.equals(after) ? "" : " " + field + ": " + before + " → " + after;
    }
}
