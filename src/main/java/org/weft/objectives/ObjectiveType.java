package org.weft.objectives;

/**
 * What an objective is about. Words: {@code objectivetype.<NAME>}. Their order is kept in sets of them ({@code
 * participant.types}): new ones come last.
 */
public enum ObjectiveType {
    INFORMATION_EXCHANGE,
    RELATIONSHIP,
    BIG_PICTURE,
    FEEDBACK_CHANNEL
}
