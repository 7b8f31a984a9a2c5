package org.weft.reminders;

/** The addresses in a reminder under which its recipient asks for fewer. Whoever holds one may, so each is for one person's mail alone. */
public interface WayOut {

    /** Where the person chooses what to get. */
    String page(long personId);

    /** Where a mail program says that the person wants no more of it (RFC 8058). */
    String oneClick(long personId);

    /** What stands in the place of {@link #page} where somebody else reads the mail: it opens nothing. */
    String example();
}
