package org.weft.reports;

import org.springframework.stereotype.Component;

/** The figures of a cycle, to be shown; nobody's own. */
@Component
class ExecutiveReport implements Report {

    private final InsightService insights;

    ExecutiveReport(InsightService insights) {
        this.insights = insights;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.EXECUTIVE;
    }

    @Override
    public Draft draft(ReportFrame frame) {
        return new QuarterWorkbook(insights.count(frame.scope(), frame.cycleId()), frame).figuresOnly();
    }
}
