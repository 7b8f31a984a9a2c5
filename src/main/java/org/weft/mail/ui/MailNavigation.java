package org.weft.mail.ui;

/** Links to the views of this feature, as paths inside the portal. */
public final class MailNavigation {

    static final String OUTBOX = "outbox";
    static final String SERVER = "mail/server";
    static final String MESSAGE = "message";

    private MailNavigation() {}

    /** Every message, the newest first. For HR and administrators. */
    public static String outbox() {
        return OUTBOX;
    }

    /** The outbox with one message opened. */
    public static String message(long id) {
        return OUTBOX + "?" + MESSAGE + "=" + id;
    }
}
