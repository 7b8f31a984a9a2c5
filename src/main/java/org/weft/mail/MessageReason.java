package org.weft.mail;

/** Why a message stands where it stands. Its words are the key {@code mail.reason.<name>}. */
public enum MessageReason {
    /** Held: no mail server is set. */
    NO_MAIL_SERVER,
    /** Suppressed: the recipient has no address. */
    NO_ADDRESS,
    /** Suppressed: a person called it off. */
    CANCELLED,
    /** Suppressed: the recipient asked for silence while it waited, or there is nothing left to say. */
    UNWANTED,
    /** Queued again: it is not an hour for mail where the recipient is. */
    NOT_NOW,
    /** Queued again: the server could not be reached, or refused to talk to us. */
    UNREACHABLE,
    /** Queued again: the server answered "later". */
    TRY_LATER,
    /** Failed: the server answered "never". */
    REFUSED,
    /** Failed: the last of many attempts did not succeed either. */
    GAVE_UP,
    /** Bounced: there is nobody under this address, or it takes nothing from us. */
    BOUNCED,
    /** Bounced: a full mailbox, or a server that was away for days. */
    BOUNCED_FOR_NOW,
    /** Suppressed: too much that went to this address came back. */
    UNREACHABLE_ADDRESS
}
