package org.weft.mail;

/** Where a message stands. Its words are the key {@code status.<name>}. */
public enum MessageStatus {
    /** Waits for its turn, or for the next attempt. */
    QUEUED,
    /** Taken up by a node that is talking to the mail server. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** No mail server is set: waits for a person to release it. */
    HELD,
    /** Will not be sent; the reason says why. */
    SUPPRESSED,
    /** The mail server refused it for good, or it was tried too often. A person may try again. */
    FAILED,
    /** The mail server took it, and it came back. */
    BOUNCED
}
