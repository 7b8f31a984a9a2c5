package org.weft.mail;

/** How the way to the mail server is protected. */
public enum MailSecurity {
    /** The talk begins in the open and is encrypted before anything is said that matters; refused otherwise. */
    STARTTLS(587),

    /** Encrypted from the first word. */
    TLS(465),

    /** Not at all: for a relay on the same machine or network that takes mail without a sign-in. */
    NONE(25);

    private final int usualPort;

    MailSecurity(int usualPort) {
        this.usualPort = usualPort;
    }

    /** The port servers listen on for this. */
    public int usualPort() {
        return usualPort;
    }
}
