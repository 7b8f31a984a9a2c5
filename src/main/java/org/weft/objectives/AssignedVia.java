package org.weft.objectives;

/** Why somebody holds an assignment; one may be held for several reasons. Words: {@code objectives.via.<NAME>}. */
public enum AssignedVia {
    /** Chosen for a whole cohort; refers to the cohort. */
    COHORT,
    /** Chosen for the person by a lead or HR; refers to the account that did it. */
    MANAGER,
    RULE,
    OWN_WISH
}
