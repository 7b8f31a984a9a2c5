package org.weft.reports;

import java.util.List;
import org.springframework.stereotype.Component;

/** All there is to count over, and the figures counted over it. */
@Component
class FactsReport implements Report {

    private final InsightService insights;
    private final PeopleFacts people;
    private final ObjectiveFacts objectives;
    private final ConversationFacts conversations;

    FactsReport(
            InsightService insights, PeopleFacts people, ObjectiveFacts objectives, ConversationFacts conversations) {
        this.insights = insights;
        this.people = people;
        this.objectives = objectives;
        this.conversations = conversations;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.FACTS;
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var insight = insights.count(frame.scope(), frame.cycleId());
        var sheets = new FactSheets(frame.words());
        return new QuarterWorkbook(insight, frame)
                .withFacts(List.of(
                        sheets.people(sink -> people.each(frame.scope(), frame.cycleId(), sink)),
                        sheets.objectives(sink -> objectives.each(frame.scope(), frame.cycleId(), sink)),
                        sheets.conversations(sink -> conversations.each(frame.scope(), frame.cycleId(), sink))));
    }
}
