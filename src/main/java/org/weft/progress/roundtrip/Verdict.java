package org.weft.progress.roundtrip;

/** What is to be said of a field of an edited row. The order is that of severity; the database knows it by number. */
public enum Verdict {
    /** Not edited, or so already. */
    NONE,
    /** It changes. */
    CHANGE,
    /** It was changed in Weft as well, to something else. */
    CONFLICT,
    /** What became of it in Weft meanwhile leaves no room for what the file says. */
    REFUSED
}
