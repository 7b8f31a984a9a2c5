package org.weft.reports;

import org.springframework.stereotype.Component;
import org.weft.access.Scope;

/** All there is to count over, and the figures counted over it. */
@Component
class FactsReport implements Report {

    private final InsightService insights;
    private final PeopleFacts people;
    private final ObjectiveFacts objectives;
    private final ConversationFacts conversations;
    private final CycleSizes sizes;

    FactsReport(
            InsightService insights,
            PeopleFacts people,
            ObjectiveFacts objectives,
            ConversationFacts conversations,
            CycleSizes sizes) {
        this.insights = insights;
        this.people = people;
        this.objectives = objectives;
        this.conversations = conversations;
        this.sizes = sizes;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.FACTS;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        var size = sizes.of(scope, cycleId);
        return size.participants() + size.objectives() + size.conversations();
    }

    @Override
    public long tableRows(Scope scope, long cycleId) {
        return sizes.of(scope, cycleId).objectives();
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var insight = insights.count(frame.scope(), frame.cycleId());
        var sheets = new FactSheets(frame.words());
        return new QuarterWorkbook(insight, frame)
                .withFacts(
                        sheets.people(frame.view(), sink -> people.each(frame.scope(), frame.cycleId(), sink)),
                        sheets.objectives(sink -> objectives.each(frame.scope(), frame.cycleId(), sink)),
                        sheets.conversations(sink -> conversations.each(frame.scope(), frame.cycleId(), sink)));
    }
}
