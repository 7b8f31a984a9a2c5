package org.weft.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Who a person is, for the top of the person page.
 *
 * @param managerId null when there is none, or when the reader may not see them
 * @param hasAddress whether mail can reach the person
 * @param cycles those the person takes part in, the latest first
 * @param cycleId the cycle asked for, or else chosen; null where there is none
 * @param participation the row of the progress list in the cycle asked for, if the person takes part in it
 */
public record PersonHead(
        long personId,
        String name,
        boolean active,
        @Nullable LocalDate leftOn,
        @Nullable String jobTitle,
        @Nullable String team,
        Level level,
        @Nullable String location,
        @Nullable Long managerId,
        @Nullable String manager,
        boolean hasAddress,
        List<PersonCycle> cycles,
        @Nullable Long cycleId,
        Optional<ProgressRow> participation) {

    /** The cycle shown, if the person takes part in it. */
    public Optional<PersonCycle> cycle() {
        return cycles.stream()
                .filter(cycle -> Objects.equals(cycle.cycleId(), cycleId))
                .findFirst();
    }

    PersonHead in(List<PersonCycle> cycles, @Nullable Long cycleId, Optional<ProgressRow> participation) {
        return new PersonHead(
                personId,
                name,
                active,
                leftOn,
                jobTitle,
                team,
                level,
                location,
                managerId,
                manager,
                hasAddress,
                cycles,
                cycleId,
                participation);
    }

    /** A cycle the person takes part in; current while today lies in it. */
    public record PersonCycle(
            long cycleId, String program, String cycle, LocalDate startsOn, LocalDate endsOn, boolean current) {}
}
