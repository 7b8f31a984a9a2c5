package org.weft.reports;

import java.util.EnumSet;
import java.util.Set;

/** What each figure means, as the product defines it; said on the dashboards and wherever figures leave the portal. */
public enum Definition {
    PARTICIPANTS("reports.figure.participants", "reports.definition.participants"),
    COMPLETION("reports.figure.completion", "reports.definition.completion"),
    PARTICIPATION("reports.figure.participation", "reports.definition.participation"),
    CONVERSATIONS("reports.figure.conversations", "reports.definition.conversations"),
    ACROSS("reports.figure.across", "reports.definition.across"),
    COVERAGE("reports.figure.coverage", "reports.definition.coverage"),
    OVERDUE("reports.figure.overdue", "reports.definition.overdue"),
    ESCALATED("reports.report.escalated", "reports.definition.escalated"),
    JOINED("reports.report.pairs", "reports.definition.joined"),
    FOLLOWED("reports.series.followed", "reports.definition.followed"),
    DEPARTMENT("reports.department", "reports.definition.department");

    private static final Set<Definition> OF_THE_QUARTER = EnumSet.complementOf(EnumSet.of(ESCALATED, JOINED, FOLLOWED));

    private final String figure;
    private final String words;

    Definition(String figure, String words) {
        this.figure = figure;
        this.words = words;
    }

    /** Those of the figures every executive sees. */
    public static Definition[] ofTheQuarter() {
        return OF_THE_QUARTER.toArray(Definition[]::new);
    }

    public String figure() {
        return figure;
    }

    public String words() {
        return words;
    }
}
