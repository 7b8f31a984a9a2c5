package org.weft.conversations;

/**
 * What somebody says to a conversation that somebody else logged and named them in. The conversation counts all the same.
 *
 * @see <a href="../../../../../../docs/decisions/021-a-conversation-counts-before-it-is-confirmed.md">decision 021</a>
 */
public enum Confirmation {
    /** Asked, and not answered yet. */
    WAITING,
    /** It was so. */
    CONFIRMED,
    /** It was not so. */
    DISPUTED
}
