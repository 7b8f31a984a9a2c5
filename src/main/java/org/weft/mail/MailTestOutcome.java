package org.weft.mail;

/** What came of a test mail. Each has its words and a next step: {@code mail.test.words.} and {@code mail.test.next.}. */
public enum MailTestOutcome {
    /** The server took it. */
    SENT,
    /** The name server knows no such host. */
    UNKNOWN_HOST,
    /** Nothing listens on this port. */
    CONNECTION_REFUSED,
    /** No answer to the wish to connect: usually a firewall. */
    NO_CONNECTION,
    /** There is no way to that network. */
    UNREACHABLE,
    /** Connected, and then nothing is said. */
    SILENT,
    /** The port wants TLS from the first word, and was spoken to plainly. */
    TLS_PORT,
    /** The port begins plainly, and was spoken to in TLS. */
    PLAIN_PORT,
    /** The server cannot change over to TLS. */
    NO_STARTTLS,
    /** Nobody this machine trusts has signed the certificate. */
    CERTIFICATE_UNTRUSTED,
    /** The certificate is out of its time. */
    CERTIFICATE_EXPIRED,
    /** The certificate is for another name. */
    CERTIFICATE_NAME,
    /** TLS failed for another reason. */
    TLS_FAILED,
    /** The user or the password is wrong, or may not be used by programs. */
    SIGN_IN_REFUSED,
    /** A password would be needed and none is known. */
    NO_PASSWORD,
    /** The server takes no sign-in here, or none by a password. */
    SIGN_IN_NOT_OFFERED,
    /** The server takes mail only after a sign-in. */
    SIGN_IN_WANTED,
    /** The server takes mail only over TLS. */
    TLS_WANTED,
    /** The server does not talk to this machine. */
    TURNED_AWAY,
    SENDER_REFUSED,
    RECIPIENT_REFUSED,
    /** The server does not take this mail. */
    MESSAGE_REFUSED,
    /** The server says: later. */
    TRY_LATER,
    /** The line broke in the middle. */
    HUNG_UP,
    /** None of these. */
    OTHER
}
