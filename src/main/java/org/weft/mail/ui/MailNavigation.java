package org.weft.mail.ui;

/** Links to the views of this feature, as paths inside the portal. */
public final class MailNavigation {

    static final String OUTBOX = "outbox";
    static final String SERVER = "mail/server";
    static final String PERSON = "person";
    static final String MESSAGE = "message";

    private MailNavigation() {}

    /** Every message, the newest first. For HR and administrators. */
    public static String outbox() {
        return OUTBOX;
    }

    /** All that was written to one person of the directory. */
    public static String person(long personId) {
        return OUTBOX + "?" + PERSON + "=" + personId;
    }

    /** The outbox with one message opened. */
    public static String message(long id) {
        return OUTBOX + "?" + MESSAGE + "=" + id;
    }
}
