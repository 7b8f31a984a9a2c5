package org.weft.conversations;

/** Whether a conversation brings departments together. Words: {@code conversations.crossing.<NAME>}. */
public enum Crossing {
    /** Between people of two departments or more. */
    ACROSS,
    /** Any other. */
    WITHIN
}
