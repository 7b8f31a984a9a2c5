package org.weft.programs;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * What HR enters for a cycle.
 *
 * @param name required, at most {@value #NAME_LENGTH} characters, unique within the program
 * @param startsOn required, the first day
 * @param endsOn required, the last day, after the first; at most {@value #LONGEST_YEARS} years later
 */
public record CycleDraft(
        String name, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    public static final int NAME_LENGTH = 200;
    public static final int LONGEST_YEARS = 5;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** The calendar quarter a date lies in, named like "Q1 2027". */
    static CycleDraft quarterOf(LocalDate date) {
        var quarter = (date.getMonthValue() - 1) / 3 + 1;
        var start = LocalDate.of(date.getYear(), quarter * 3 - 2, 1);
        return new CycleDraft(
                "Q" + quarter + " " + date.getYear(), start, start.plusMonths(3).minusDays(1));
    }

    /** The quarter after the one this ends in. */
    CycleDraft next() {
        return quarterOf(lastDay().plusDays(1));
    }

    LocalDate firstDay() {
        return Objects.requireNonNull(startsOn);
    }

    LocalDate lastDay() {
        return Objects.requireNonNull(endsOn);
    }

    /** This with its name put right and all it says on its own in order. */
    CycleDraft checked() {
        var checkedName = Entered.name(name, NAME_LENGTH);
        if (startsOn == null) {
            throw new InvalidInputException("startsOn", Text.of("programs.error.startMissing"));
        }
        if (endsOn == null) {
            throw new InvalidInputException("endsOn", Text.of("programs.error.endMissing"));
        }
        if (!endsOn.isAfter(startsOn)) {
            throw new InvalidInputException("endsOn", Text.of("programs.error.endBeforeStart"));
        }
        if (startsOn.isBefore(EARLIEST) || !endsOn.isBefore(LATEST)) {
            throw new InvalidInputException(
                    startsOn.isBefore(EARLIEST) ? "startsOn" : "endsOn", Text.of("programs.error.dateFarOff"));
        }
        if (endsOn.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            throw new InvalidInputException("endsOn", Text.of("programs.error.cycleTooLong", LONGEST_YEARS));
        }
        return new CycleDraft(checkedName, startsOn, endsOn);
    }
}
