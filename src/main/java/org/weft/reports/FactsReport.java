package org.weft.reports;

import java.util.List;
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
    private final ReadAhead ahead;

    FactsReport(
            InsightService insights,
            PeopleFacts people,
            ObjectiveFacts objectives,
            ConversationFacts conversations,
            CycleSizes sizes,
            ReadAhead ahead) {
        this.ahead = ahead;
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
        var scope = frame.scope();
        var cycleId = frame.cycleId();
        insights.requireSome(scope, cycleId);
        var tally = new FactTally(Weeks.of(frame.cycle()));
        var sheets = new FactSheets(frame.words());
        // Counted by whichever thread has the time: objectives take longer to write, conversations to read.
        return new ReportBook(frame)
                .counting(
                        List.of(
                                sheets.people(
                                        frame.view(),
                                        ahead.of(tally.people(sink -> people.each(scope, cycleId, sink)))),
                                sheets.objectives(
                                        ahead.of(tally.objectives(sink -> objectives.each(scope, cycleId, sink)))),
                                sheets.conversations(tally.conversations(
                                        ahead.of(sink -> conversations.each(scope, cycleId, sink))))),
                        sheets.objectives(ahead.of(sink -> objectives.each(scope, cycleId, sink))),
                        () -> overFacts(frame, insights.of(scope, cycleId, tally.picture(frame.asOf()))),
                        () -> overFacts(frame, insights.count(scope, cycleId)));
    }

    private static ReportBook overFacts(ReportFrame frame, Insight insight) {
        return new QuarterWorkbook(insight, frame).overFacts();
    }
}
