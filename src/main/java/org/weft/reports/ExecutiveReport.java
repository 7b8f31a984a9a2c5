package org.weft.reports;

import org.springframework.stereotype.Component;
import org.weft.access.Scope;

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
    public long rows(Scope scope, long cycleId) {
        return 0;
    }

    @Override
    public Draft draft(ReportFrame frame) {
        return new QuarterWorkbook(insights.count(frame.scope(), frame.cycleId()), frame).figuresOnly();
    }
}
