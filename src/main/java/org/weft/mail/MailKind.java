package org.weft.mail;

/** What a mail is about. Its words are the key {@code mail.kind.<name>}. */
public enum MailKind {
    /** A lead reminds a participant of open objectives. */
    REMINDER,
    /** All that reminder policies have to say to one person at one moment. */
    DIGEST,
    /** A report somebody has subscribed to. */
    REPORT,
    /** An example of a mail, sent by somebody to themselves. */
    TEST
}
