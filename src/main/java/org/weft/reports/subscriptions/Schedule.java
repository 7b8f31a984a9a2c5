package org.weft.reports.subscriptions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.base.LocalTimes;

/**
 * What is due when. A weekly or monthly report on one cycle comes from the cycle's first day on, and for the last time on
 * the first such day after its end: from then on it would say the same.
 *
 * @param periods the one cycle, or those of the program
 * @param oneCycle whether it is about one cycle
 */
record Schedule(Timing timing, List<Period> periods, boolean oneCycle) {

    /** Of what is archived, or gone. */
    static final Schedule NEVER =
            new Schedule(new Timing(Rhythm.END_OF_CYCLE, DayOfWeek.MONDAY, 1, LocalTime.NOON), List.of(), true);

    /** A cycle's days, both included. */
    record Period(long cycleId, LocalDate startsOn, LocalDate endsOn) {

        LocalDate after() {
            return endsOn.plusDays(1);
        }
    }

    /**
     * A report that is due.
     *
     * @param day the local day
     * @param cycleId the cycle that has ended; null where it is not about an end
     */
    record Due(Instant at, LocalDate day, @Nullable Long cycleId) {}

    /**
     * The latest that has become due: what was missed before it is not made up for.
     *
     * @param since nothing of this moment or before
     * @param planned nothing of this day or before; null for no such day
     */
    Optional<Due> latest(Instant since, @Nullable LocalDate planned, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return latestDay(today)
                .map(day -> due(day, zone))
                .filter(due -> !due.at().isAfter(now))
                .or(() -> latestDay(today.minusDays(1)).map(day -> due(day, zone)))
                .filter(due -> due.at().isAfter(since) && isNew(due, planned));
    }

    /** The first that becomes due after a moment, and after a day where one is given. */
    Optional<Due> next(Instant after, @Nullable LocalDate planned, ZoneId zone) {
        var today = LocalDate.ofInstant(after, zone);
        var from = planned == null || planned.isBefore(today) ? today : planned.plusDays(1);
        return nextDay(from)
                .map(day -> due(day, zone))
                .filter(due -> due.at().isAfter(after))
                .or(() -> nextDay(from.plusDays(1)).map(day -> due(day, zone)));
    }

    private static boolean isNew(Due due, @Nullable LocalDate planned) {
        return planned == null || due.day().isAfter(planned);
    }

    private Due due(LocalDate day, ZoneId zone) {
        var ended = timing.rhythm() == Rhythm.END_OF_CYCLE
                ? periods.stream()
                        .filter(period -> period.after().equals(day))
                        .findFirst()
                        .map(Period::cycleId)
                        .orElse(null)
                : null;
        return new Due(LocalTimes.moment(day, timing.time(), zone), day, ended);
    }

    private Optional<LocalDate> nextDay(LocalDate from) {
        if (timing.rhythm() == Rhythm.END_OF_CYCLE) {
            return periods.stream()
                    .map(Period::after)
                    .filter(day -> !day.isBefore(from))
                    .min(Comparator.naturalOrder());
        }
        if (!oneCycle) {
            return Optional.of(timing.next(from));
        }
        var cycle = periods.getFirst();
        var day = timing.next(from.isBefore(cycle.startsOn()) ? cycle.startsOn() : from);
        return Optional.of(day).filter(one -> !one.isAfter(timing.next(cycle.after())));
    }

    private Optional<LocalDate> latestDay(LocalDate to) {
        if (timing.rhythm() == Rhythm.END_OF_CYCLE) {
            return periods.stream()
                    .map(Period::after)
                    .filter(day -> !day.isAfter(to))
                    .max(Comparator.naturalOrder());
        }
        if (!oneCycle) {
            return Optional.of(timing.latest(to));
        }
        var cycle = periods.getFirst();
        var last = timing.next(cycle.after());
        var day = timing.latest(to.isAfter(last) ? last : to);
        return Optional.of(day).filter(one -> !one.isBefore(cycle.startsOn()));
    }
}
