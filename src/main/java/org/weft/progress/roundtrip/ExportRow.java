package org.weft.progress.roundtrip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;

/**
 * A row of the workbook.
 *
 * @param lead by what the lead can be told: the e-mail where nobody else has it, else the number
 */
record ExportRow(
        long cycleId,
        long assignmentId,
        long participantId,
        String name,
        String number,
        @Nullable String email,
        String cohort,
        String code,
        String objective,
        int achieved,
        String unit,
        LocalDate dueOn,
        int target,
        AssignmentStatus status,
        @Nullable Long leadId,
        @Nullable String lead) {

    RowKey key() {
        return new RowKey(
                cycleId,
                assignmentId,
                participantId,
                dueOn,
                target,
                status,
                leadId,
                RowKey.Shown.of(name, number, code, objective, lead));
    }
}
