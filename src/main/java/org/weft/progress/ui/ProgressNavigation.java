package org.weft.progress.ui;

import org.weft.progress.ProgressFilter;

/** Links to the views of this feature, as paths inside the portal. */
public final class ProgressNavigation {

    static final String LIST = "progress";
    static final String MATRIX = "progress/matrix";
    static final String PERSON = "person";

    private ProgressNavigation() {}

    /** The progress list, showing the participants a filter matches. */
    public static String list(ProgressFilter filter) {
        return ProgressAddress.of(filter).href(LIST);
    }

    /** The progress matrix, showing the participants a filter matches. */
    public static String matrix(ProgressFilter filter) {
        return ProgressAddress.of(filter).href(MATRIX);
    }

    /** A person's page, in the current cycle. */
    public static String person(long personId) {
        return PERSON + "/" + personId;
    }

    /** A person's page in a cycle. */
    public static String person(long personId, long cycleId) {
        return person(personId) + "?" + ProgressAddress.CYCLE + "=" + cycleId;
    }
}
