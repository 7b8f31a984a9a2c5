package org.weft.reports.ui;

import org.weft.programs.ui.CyclePicker;
import org.weft.progress.ProgressView;

/** Links to the views of this feature, as paths inside the portal. */
public final class ReportsNavigation {

    static final String INSIGHT = "insight";
    static final String DASHBOARD = "dashboard";
    static final String REPORTS = "reports";
    static final String SUBSCRIPTION = "subscription";
    static final String MY_PEOPLE = "my-people";

    private ReportsNavigation() {}

    /** The executive dashboard, of the current cycle. */
    public static String insight() {
        return INSIGHT;
    }

    /** The executive dashboard, of a cycle. */
    static String insight(long cycleId) {
        return INSIGHT + "?" + CyclePicker.PARAMETER + "=" + cycleId;
    }

    /** HR's dashboard, of the current cycle. */
    public static String dashboard() {
        return DASHBOARD;
    }

    /** The workbooks there are. */
    public static String reports() {
        return REPORTS;
    }

    /** The workbooks there are, of a cycle and of those a view shows. */
    static String reports(long cycleId, ProgressView view) {
        var query = view.query();
        return REPORTS + "?" + CyclePicker.PARAMETER + "=" + cycleId + (query.isEmpty() ? "" : "&" + query);
    }

    /** How the people stand whom the reader leads, in the current cycle. */
    public static String myPeople() {
        return MY_PEOPLE;
    }
}
