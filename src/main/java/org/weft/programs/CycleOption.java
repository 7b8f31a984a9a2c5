package org.weft.programs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cycle to choose.
 *
 * @param label its name, with the program's name where there are several programs to choose from
 * @param startsOn the first day
 * @param endsOn the last day
 * @param current whether today, in the reader's zone, lies in it
 */
public record CycleOption(
        long id, String label, long programId, LocalDate startsOn, LocalDate endsOn, boolean current) {

    /** The wanted one if it is among the options, else the current one, else the latest; empty only without options. */
    public static Optional<CycleOption> choose(List<CycleOption> options, @Nullable Long wanted) {
        return options.stream()
                .filter(option -> wanted != null && option.id == wanted)
                .findFirst()
                .or(() -> options.stream().filter(CycleOption::current).findFirst())
                .or(() -> options.stream().findFirst());
    }

    /** The same, told apart from cycles of other programs. */
    CycleOption ofProgram(String programName) {
        return new CycleOption(id, label + " · " + programName, programId, startsOn, endsOn, current);
    }
}
