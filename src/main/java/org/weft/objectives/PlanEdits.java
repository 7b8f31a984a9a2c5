package org.weft.objectives;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.programs.BulkChanges;
import org.weft.programs.BulkProgress;

/**
 * Edits many assignments, each in its own way: due date, target and status. What may be done to one alone may be done
 * here, by the same accounts and by the same rules; unlike {@link PlanChanges} it leaves nothing out.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class PlanEdits {

    /** By the fields a refusal names. */
    public static final String DUE_ON = "dueOn";

    public static final String TARGET = "target";
    public static final String STATUS = "status";
    public static final String REASON = "reason";

    private final PlanEditWriter writer;
    private final PlanFigures figures;
    private final AssignmentPolicy policy;
    private final JdbcClient jdbc;

    PlanEdits(PlanEditWriter writer, PlanFigures figures, AssignmentPolicy policy, JdbcClient jdbc) {
        this.writer = writer;
        this.figures = figures;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    /** How these assignments stand, by id. Who is missing is gone or outside the scope. A statement for a thousand. */
    @Transactional(readOnly = true)
    public Map<Long, PlanStand> stands(Scope scope, Collection<Long> assignmentIds) {
        var stands = new HashMap<Long, PlanStand>();
        BulkChanges.inChunks(
                List.copyOf(new TreeSet<>(assignmentIds)),
                BulkProgress.SILENT,
                ids -> jdbc.sql("""
                                select a.id as assignment_id, a.participant_id, a.person_id, a.title, a.unit, a.due_on, a.target,
                                    a.status, exists (select 1 from account ac where ac.person_id = a.person_id and ac.active)
                                        as has_account, c.starts_on, c.ends_on
                                from assignment a join cycle c on c.id = a.cycle_id
                                where a.id in (:ids) and\s""" + scope.condition("a.person_id"))
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(PlanStand.class)
                        .list()
                        .forEach(stand -> stands.put(stand.assignmentId(), stand)));
        return stands;
    }

    /**
     * Why an edit cannot be, each at its field, as the single change would say it.
     *
     * @param stand what it is done to
     */
    public List<InvalidInputException> refusals(PlanStand stand, PlanEdit edit) {
        var refused = new ArrayList<InvalidInputException>();
        if (!stand.status().isOpen()) {
            refused.add(new InvalidInputException(
                    edit.dueOn() != null ? DUE_ON : edit.target() != null ? TARGET : STATUS,
                    Text.of(
                            "objectives.refused.ended",
                            Text.of("status." + stand.status().name()))));
            return refused;
        }
        var allowed = policy.allowed(stand.status(), stand.personId(), stand.hasAccount());
        var dueOn = edit.dueOn();
        if (dueOn != null) {
            check(refused, DUE_ON, () -> {
                require(allowed.contains(AssignmentAction.CHANGE), AssignmentAction.CHANGE);
                Targets.checkDue(dueOn.after(), stand.startsOn(), stand.endsOn());
            });
        }
        var target = edit.target();
        if (target != null) {
            check(refused, TARGET, () -> {
                require(allowed.contains(AssignmentAction.CHANGE), AssignmentAction.CHANGE);
                Targets.check(target.after(), stand.unit());
            });
        }
        var status = edit.status();
        if (status != null) {
            check(refused, STATUS, () -> checkMove(stand, status.after()));
            check(refused, REASON, () -> checkReason(status.after(), edit.reason()));
        }
        return refused;
    }

    private void checkMove(PlanStand stand, AssignmentStatus to) {
        var action = PlanEditWriter.action(to);
        if (action == null || !PlanEditWriter.leads(stand.status(), to)) {
            throw new InvalidInputException(Text.of(
                    "objectives.refused.move",
                    Text.of("status." + stand.status().name()),
                    Text.of("status." + to.name())));
        }
        require(
                policy.allowed(stand.status(), stand.personId(), stand.hasAccount())
                        .contains(action),
                action);
    }

    private static void checkReason(AssignmentStatus to, @Nullable String reason) {
        if (to == AssignmentStatus.RETURNED || to == AssignmentStatus.WAIVED) {
            Targets.text(REASON, reason, AssignmentService.MAX_REASON);
        } else {
            Targets.optionalText(REASON, reason, AssignmentService.MAX_REASON);
        }
    }

    private static void require(boolean allowed, AssignmentAction action) {
        if (!allowed) {
            throw new InvalidInputException(Text.of("objectives.refused.who." + action.name()));
        }
    }

    private static void check(List<InvalidInputException> refused, String field, Runnable rule) {
        try {
            rule.run();
        } catch (InvalidInputException e) {
            refused.add(new InvalidInputException(field, e.text()));
        }
    }

    /**
     * Does all of it, or nothing: whoever calls rolls back. Of an assignment there is one edit at most. Participants are
     * locked here, unless the caller has locked them together with others.
     *
     * @throws StaleEditException where something that is to change no longer stands as it did, or is gone
     * @throws InvalidInputException for what the rules refuse as things stand now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(Scope scope, List<PlanEdit> edits, BulkProgress progress) {
        var participants =
                edits.stream().map(edit -> edit.participantId()).collect(Collectors.toCollection(TreeSet::new));
        figures.lock(participants);
        var byId = edits.stream().collect(Collectors.toMap(edit -> edit.assignmentId(), Function.identity()));
        var ids = edits.stream()
                .sorted(Comparator.comparing((PlanEdit edit) -> edit.participantId())
                        .thenComparing(edit -> edit.assignmentId()))
                .map(edit -> edit.assignmentId())
                .toList();
        BulkChanges.inChunks(ids, progress, chunk -> {
            var stands = stands(scope, chunk);
            var todo = new ArrayList<PlanEditWriter.Todo>();
            for (var id : chunk) {
                var edit = byId.get(id);
                var now = stands.get(id);
                if (edit == null || now == null || !edit.fits(now)) {
                    throw new StaleEditException("Assignment", id);
                }
                var refused = refusals(now, edit);
                if (!refused.isEmpty()) {
                    throw refused.getFirst();
                }
                todo.add(new PlanEditWriter.Todo(now, edit));
            }
            writer.write(todo);
        });
        figures.recountLocked(participants);
    }
}
