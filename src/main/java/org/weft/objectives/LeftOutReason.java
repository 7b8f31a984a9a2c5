package org.weft.objectives;

/** Why somebody chosen gets nothing. Words: {@code objectives.leftout.<NAME>}. */
public enum LeftOutReason {
    /** Left the organisation. */
    INACTIVE,
    /** No participant of the cycle. */
    NOT_IN_CYCLE,
    /** Something was chosen, but nothing for this level. */
    NO_OBJECTIVE_FOR_LEVEL,
    /** Not among those the account may see, or no such person; never listed by name. */
    OUT_OF_SCOPE
}
