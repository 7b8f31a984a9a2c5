package org.weft.objectives;

import java.time.LocalDate;

/** An open assignment that a conversation may count for. */
public record AssignmentOption(
        long id,
        long personId,
        String personName,
        String title,
        ObjectiveType type,
        Measure measure,
        int target,
        String unit,
        int achieved,
        LocalDate dueOn,
        AssignmentStatus status,
        String cycleLabel) {}
