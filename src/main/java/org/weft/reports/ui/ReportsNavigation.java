package org.weft.reports.ui;

/** Links to the views of this feature, as paths inside the portal. */
public final class ReportsNavigation {

    static final String INSIGHT = "insight";

    private ReportsNavigation() {}

    /** The executive dashboard, of the current cycle. */
    public static String insight() {
        return INSIGHT;
    }
}
