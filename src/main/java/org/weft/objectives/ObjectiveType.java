package org.weft.objectives;

/** What an objective is about. Words: {@code objectivetype.<NAME>}. */
public enum ObjectiveType {
    INFORMATION_EXCHANGE,
    RELATIONSHIP,
    BIG_PICTURE,
    FEEDBACK_CHANNEL
}
