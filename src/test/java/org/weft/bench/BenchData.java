package org.weft.bench;

import java.time.LocalDate;

/**
 * The organisation of the benches, by its size. Persons have the ids from 1 on, participants of the big cycle the ids of
 * their persons, and each participant four assignments of consecutive ids.
 *
 * <p>Reporting lines: everybody below the one at the top leads twenty, until there are no more, but for one line that is
 * filled by hand so that it has exactly five thousand.
 *
 * @param participants at least 10,000, and a multiple of 8
 */
record BenchData(int participants) {

    /** The cycle everybody is in; those before it have few participants. */
    static final long CYCLE = 4;

    /** A cycle that is over, of a thousand participants. */
    static final long SMALL_CYCLE = 1;

    static final LocalDate START = LocalDate.of(2026, 10, 1);

    static final int COHORTS = 30;
    static final int SPAN = 20;
    static final int LARGE_LINE = 5_000;
    static final int LARGE_LINE_LEADS = 25;

    /** The first of the departments, and of the teams, which stand in the order of those who lead them. */
    static final int FIRST_DEPARTMENT = 12;

    static final int FIRST_TEAM = 52;

    BenchData {
        if (participants < 10_000 || participants % 8 != 0) {
            throw new IllegalArgumentException("At least 10,000 participants, and a multiple of 8");
        }
    }

    /** Who stands in the lines of twenty: persons 1 to this. */
    int regular() {
        return participants - LARGE_LINE - 1;
    }

    /** Persons 1 to this lead twenty each, the last one perhaps fewer. */
    int regularLeads() {
        return (regular() - 2) / SPAN + 1;
    }

    /** Leads exactly 20 people, none of whom leads anybody. */
    long leadOf20() {
        return regular() / 25;
    }

    /** Has a line of exactly 5,000 people, 25 of whom lead the others. */
    long leadOf5000() {
        return regular() + 1L;
    }

    /** Leads a cohort. */
    long cohortLead(int cohort) {
        return 500 + 7L * cohort;
    }

    /** How many take part in each of the cycles before. */
    static int participantsOf(long earlierCycle) {
        return switch ((int) earlierCycle) {
            case 1 -> 1_000;
            case 2 -> 2_000;
            default -> 5_000;
        };
    }
}
