package org.weft.objectives;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.people.Level;

/**
 * Assigns objectives and follows them to their end.
 *
 * <p>Every method takes the {@link Scope} of the caller. Whoever or whatever lies outside it is not there: lists leave it
 * out, changes throw {@link NotFoundException}. Changes take the {@code version} the assignment was read with and throw
 * {@link StaleEditException} where somebody was faster, and {@link InvalidInputException} for moves that the states (see
 * {@link AssignmentStatus}) or the caller's role do not allow.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class AssignmentService {

    /** Characters of the reason of a waiver or cancellation. */
    public static final int MAX_REASON = 1000;

    private final AssignmentReader reader;
    private final AssignmentReview review;
    private final BulkAssignment bulk;
    private final BulkPreview preview;
    private final BulkUndo undo;

    AssignmentService(
            AssignmentReader reader, AssignmentReview review, BulkAssignment bulk, BulkPreview preview, BulkUndo undo) {
        this.reader = reader;
        this.review = review;
        this.bulk = bulk;
        this.preview = preview;
        this.undo = undo;
    }

    /** The assignments of one person in one cycle: open ones first, by due date. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AssignmentRow> forPerson(Scope scope, long personId, long cycleId) {
        return reader.forPerson(scope, personId, cycleId);
    }

    /** What happened to these assignments, the latest first. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AssignmentEventRow> history(Scope scope, long personId, long cycleId) {
        return reader.history(scope, personId, cycleId);
    }

    /** Open assignments of these people in cycles that contain the day, by person and due date. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AssignmentOption> openOf(Scope scope, Collection<Long> personIds, LocalDate on) {
        return reader.openOf(scope, personIds, on);
    }

    /** How many of the chosen people stand at each level, and how many cannot get anything whatever is chosen. */
    @Transactional(readOnly = true)
    public AssignAudience audience(Scope scope, AssignRequest request) {
        return preview.audience(scope, request);
    }

    /** What {@link #assign} would do now. */
    @Transactional(readOnly = true)
    public AssignPreview preview(Scope scope, AssignRequest request) {
        return preview.preview(scope, request);
    }

    /** The chosen people, by name: those left out for a reason, or (null) those who take part. */
    @Transactional(readOnly = true)
    public List<AssignPreviewRow> previewPeople(
            Scope scope, AssignRequest request, @Nullable Level level, boolean leftOut, Pageable page) {
        return preview.people(scope, request, level, leftOut, page);
    }

    /**
     * Gives every chosen, active participant the objectives chosen for the own level, all or nothing. Who holds one
     * already gets no second copy but one more reason. The same request id again changes nothing and gets the same
     * answer.
     *
     * @throws InvalidInputException for an empty selection, a target below 1, a due date outside the cycle, a retired
     *     objective, or one that is not for the level
     */
    public AssignResult assign(Scope scope, AssignRequest request) {
        return bulk.assign(scope, request);
    }

    /** Takes back what {@link #assign} created and nobody has worked on since. Once; HR or who assigned. */
    public UndoResult undo(Scope scope, long batchId) {
        return undo.undo(scope, batchId);
    }

    /** Hands it in for review: by the holder, or by the lead of a holder who has no account. */
    @PreAuthorize("isAuthenticated()")
    public void submit(Scope scope, long id, int version, @Nullable String note) {
        review.submit(scope, id, version, note);
    }

    public void complete(Scope scope, long id, int version, @Nullable String note) {
        review.complete(scope, id, version, note);
    }

    /** Gives it back to the holder, saying what is missing; it is in progress again with the next activity. */
    public void returnForChanges(Scope scope, long id, int version, String note) {
        review.returnForChanges(scope, id, version, note);
    }

    public void waive(Scope scope, long id, int version, String reason) {
        review.end(
                scope,
                id,
                version,
                AssignmentStatus.WAIVED,
                AssignmentAction.WAIVE,
                Targets.text("reason", reason, MAX_REASON),
                "ASSIGNMENT_WAIVED");
    }

    public void cancel(Scope scope, long id, int version, @Nullable String reason) {
        review.end(
                scope,
                id,
                version,
                AssignmentStatus.CANCELLED,
                AssignmentAction.CANCEL,
                Targets.optionalText("reason", reason, MAX_REASON),
                "ASSIGNMENT_CANCELLED");
    }

    /** Sets due date and target of an open assignment; the due date within the cycle. */
    public void change(Scope scope, long id, int version, LocalDate dueOn, int target) {
        review.change(scope, id, version, dueOn, target);
    }

    /** Reports on an open assignment: by the holder, or by a lead. It is in progress from then on. */
    @PreAuthorize("isAuthenticated()")
    public void checkIn(Scope scope, long id, int version, CheckIn checkIn) {
        review.checkIn(scope, id, version, checkIn);
    }
}
