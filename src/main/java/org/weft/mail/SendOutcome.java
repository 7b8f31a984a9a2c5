package org.weft.mail;

/** What came of handing one message to the mail server. */
sealed interface SendOutcome {

    /** What the server said, or why it could not be asked. */
    String answer();

    /** The server took it. */
    record Accepted(String answer) implements SendOutcome {}

    /** The server said "later" (4xx). */
    record Later(String answer) implements SendOutcome {}

    /** The server hung up over this message, or said nothing more for too long. It may have taken it all the same. */
    record Broken(String answer) implements SendOutcome {}

    /** The server will never take it (5xx). */
    record Refused(String answer) implements SendOutcome {}

    /** There is no server to talk to: down, wrong name, no TLS, sign-in refused. It is not about this message. */
    record Unreachable(String answer) implements SendOutcome {}
}
