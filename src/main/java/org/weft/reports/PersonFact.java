package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.Health;
import org.weft.people.Level;

/**
 * One participant with what is kept of them, for pivot tables.
 *
 * @param sortName what they stand in the order of names by
 * @param timeZone where they are, if that is known
 * @param external conversations with somebody outside the own team
 * @param progress mean progress of the live assignments, 0 to 1
 */
record PersonFact(
        long participantId,
        long personId,
        String employeeNumber,
        String person,
        String sortName,
        @Nullable Department department,
        @Nullable Long teamId,
        @Nullable String team,
        Level level,
        @Nullable String jobTitle,
        @Nullable String location,
        @Nullable String timeZone,
        long cohortId,
        String cohort,
        @Nullable String lead,
        int live,
        int completed,
        double progress,
        @Nullable LocalDate nextDue,
        Health health,
        int conversations,
        int external,
        @Nullable Instant lastActivity,
        @Nullable Instant lastReminder) {

    /** The same, once the department of the team is known. */
    PersonFact in(@Nullable Department department) {
        return new PersonFact(
                participantId,
                personId,
                employeeNumber,
                person,
                sortName,
                department,
                teamId,
                team,
                level,
                jobTitle,
                location,
                timeZone,
                cohortId,
                cohort,
                lead,
                live,
                completed,
                progress,
                nextDue,
                health,
                conversations,
                external,
                lastActivity,
                lastReminder);
    }

    @Nullable String departmentName() {
        return department == null ? null : department.name();
    }

    /** The group they are counted in. */
    FigureCell.Key group() {
        return new FigureCell.Key(cohortId, department == null ? null : department.id(), level);
    }
}
