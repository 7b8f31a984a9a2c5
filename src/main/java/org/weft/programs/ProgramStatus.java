package org.weft.programs;

import java.util.Set;

/** Where a program stands. */
public enum ProgramStatus {
    /** In the making: only HR sees it. */
    DRAFT,
    /** Under way: leads and managers see what is theirs. */
    ACTIVE,
    /** Over: everything stays readable, nothing is added. */
    ENDED,
    /** Put away: out of lists and pickers. */
    ARCHIVED;

    /** The states a program may go to from this one. Ending and archiving can be taken back. */
    public Set<ProgramStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(ACTIVE, ARCHIVED);
            case ACTIVE -> Set.of(ENDED);
            case ENDED -> Set.of(ACTIVE, ARCHIVED);
            case ARCHIVED -> Set.of(ENDED);
        };
    }

    /** Whether cycles, cohorts and members may still change. */
    public boolean open() {
        return this == DRAFT || this == ACTIVE;
    }
}
