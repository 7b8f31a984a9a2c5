package org.weft.reports;

/** What each figure means, as the product defines it; said on the dashboards and wherever figures leave the portal. */
public enum Definition {
    PARTICIPANTS("reports.figure.participants", "reports.definition.participants"),
    COMPLETION("reports.figure.completion", "reports.definition.completion"),
    PARTICIPATION("reports.figure.participation", "reports.definition.participation"),
    CONVERSATIONS("reports.figure.conversations", "reports.definition.conversations"),
    ACROSS("reports.figure.across", "reports.definition.across"),
    COVERAGE("reports.figure.coverage", "reports.definition.coverage"),
    OVERDUE("reports.figure.overdue", "reports.definition.overdue"),
    DEPARTMENT("reports.department", "reports.definition.department");

    private final String figure;
    private final String words;

    Definition(String figure, String words) {
        this.figure = figure;
        this.words = words;
    }

    public String figure() {
        return figure;
    }

    public String words() {
        return words;
    }
}
