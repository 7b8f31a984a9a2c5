package org.weft.progress.roundtrip;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.PlanEdit;
import org.weft.objectives.PlanStand;
import org.weft.programs.LeadEdit;
import org.weft.programs.LeadStand;

/**
 * A row of the file that says something new, beside what is there.
 *
 * @param row its number in the file
 * @param lead by id; 0 in the file for the cohort's
 * @param leadByHand whether somebody is named to lead now
 * @param refusal why fields cannot be, null where all can
 * @param choice what was decided for what was changed on both sides
 */
record StagedRow(
        int row,
        long assignmentId,
        long participantId,
        long personId,
        StagedField<LocalDate> due,
        StagedField<Integer> target,
        StagedField<AssignmentStatus> status,
        @Nullable String reason,
        StagedField<Long> lead,
        boolean leadByHand,
        @Nullable Text refusal,
        @Nullable Choice choice) {

    /** In the file, for the cohort's lead. */
    static final long COHORT_LEAD = 0;

    Verdict verdict() {
        return Stream.of(due, target, status, lead)
                .map(StagedField::verdict)
                .max(Verdict::compareTo)
                .orElseThrow();
    }

    boolean editsPlan() {
        return due.edited() || target.edited() || status.edited();
    }

    boolean editsAnything() {
        return editsPlan() || lead.edited();
    }

    /** The same, of a person who was looked up. */
    StagedRow of(long person) {
        return new StagedRow(
                row,
                assignmentId,
                participantId,
                person,
                due,
                target,
                status,
                reason,
                lead,
                leadByHand,
                refusal,
                choice);
    }

    /** The same without the lead, which another row says. */
    StagedRow withoutLead() {
        return with(due, target, status, StagedField.of(lead.base(), null), leadByHand, refusal);
    }

    /**
     * The same beside how things stand; the rules have not been asked.
     *
     * @param stand null where the assignment is gone or hidden
     */
    StagedRow seen(@Nullable PlanStand stand, @Nullable LeadStand leads) {
        if (stand == null || leads == null) {
            return with(
                    due.seen(null).refused(),
                    target.seen(null).refused(),
                    status.seen(null).refused(),
                    lead.seen(null).refused(),
                    false,
                    Text.of("progress.excel.gone"));
        }
        var already = lead.file() != null
                && (lead.file() == COHORT_LEAD ? !leads.byHand() : Objects.equals(lead.file(), leads.leadId()));
        return with(
                due.seen(stand.dueOn()),
                target.seen(stand.target()),
                status.seen(stand.status()),
                lead.seen(leads.leadId(), already),
                leads.byHand(),
                null);
    }

    /** The same where fields cannot be. */
    StagedRow refused(Text why, boolean dueToo, boolean targetToo, boolean statusToo, boolean leadToo) {
        return with(
                dueToo && due.changes() ? due.refused() : due,
                targetToo && target.changes() ? target.refused() : target,
                statusToo && status.changes() ? status.refused() : status,
                leadToo && lead.changes() ? lead.refused() : lead,
                leadByHand,
                refusal == null ? why : refusal);
    }

    /** With what was decided before, if it is about the same. */
    StagedRow decidedAs(StagedRow before) {
        return new StagedRow(
                row,
                assignmentId,
                participantId,
                personId,
                due,
                target,
                status,
                reason,
                lead,
                leadByHand,
                refusal,
                asBefore(before) ? before.choice : null);
    }

    /** Whether there is nothing new to tell of it. */
    boolean asBefore(StagedRow before) {
        return due.asBefore(before.due)
                && target.asBefore(before.target)
                && status.asBefore(before.status)
                && lead.asBefore(before.lead)
                && leadByHand == before.leadByHand;
    }

    private StagedRow with(
            StagedField<LocalDate> due,
            StagedField<Integer> target,
            StagedField<AssignmentStatus> status,
            StagedField<Long> lead,
            boolean leadByHand,
            @Nullable Text refusal) {
        return new StagedRow(
                row,
                assignmentId,
                participantId,
                personId,
                due,
                target,
                status,
                reason,
                lead,
                leadByHand,
                refusal,
                choice);
    }

    /** What the file wants of the assignment as it was when the file was taken out. */
    PlanEdit said() {
        return new PlanEdit(assignmentId, participantId, said(due), said(target), said(status), reason);
    }

    private static <T> PlanEdit.@Nullable Edited<T> said(StagedField<T> field) {
        return field.file() == null ? null : new PlanEdit.Edited<>(Objects.requireNonNull(field.base()), field.file());
    }

    /** What the file wants that is not there yet. */
    PlanEdit wanted() {
        return new PlanEdit(
                assignmentId,
                participantId,
                due.changes() ? edited(due) : null,
                target.changes() ? edited(target) : null,
                status.changes() ? edited(status) : null,
                reason);
    }

    /** What is done, when conflicts are decided as they are. */
    PlanEdit decided() {
        return new PlanEdit(
                assignmentId,
                participantId,
                due.happens(choice) ? edited(due) : null,
                target.happens(choice) ? edited(target) : null,
                status.happens(choice) ? edited(status) : null,
                reason);
    }

    LeadEdit leadEdit() {
        var file = Objects.requireNonNull(lead.file());
        return new LeadEdit(
                new LeadStand(participantId, personId, lead.now(), leadByHand), file == COHORT_LEAD ? null : file);
    }

    private static <T> PlanEdit.Edited<T> edited(StagedField<T> field) {
        return new PlanEdit.Edited<>(Objects.requireNonNull(field.now()), Objects.requireNonNull(field.file()));
    }
}
