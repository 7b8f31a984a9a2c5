package org.weft.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.conversations.ConversationKind;
import org.weft.reports.CycleConversations.Held;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Rows;
import org.weft.workbook.SheetSpec;

/** Every conversation of a cycle without what was said, and how many there were by week and kind. */
@Component
class ConversationsReport implements Report {

    private final CycleConversations conversations;
    private final ConversationFacts facts;
    private final CycleSizes sizes;
    private final ReadAhead ahead;

    ConversationsReport(CycleConversations conversations, ConversationFacts facts, CycleSizes sizes, ReadAhead ahead) {
        this.ahead = ahead;
        this.sizes = sizes;
        this.conversations = conversations;
        this.facts = facts;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.CONVERSATIONS;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return sizes.of(scope, cycleId).conversations();
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var held = conversations.held(frame.scope(), frame.cycleId());
        if (held.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.report.nothing.conversations"));
        }
        return new Layout(frame, Weeks.of(frame.cycle()), held)
                .draft(ahead.of(sink -> facts.each(frame.scope(), frame.cycleId(), sink)));
    }

    /** So many conversations of a week, and of each kind. */
    private record HeldWeek(int number, long across, Map<ConversationKind, Long> byKind) {

        long conversations() {
            return byKind.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Layout(ReportFrame frame, Weeks weeks, List<Held> held) {

        Draft draft(Rows<ConversationFact> rows) {
            var words = frame.words();
            var sheets = new FactSheets(words);
            var all = held.stream().mapToLong(Held::conversations).sum();
            var across = held.stream().mapToLong(Held::across).sum();
            var book = new ReportBook(frame);
            return book.figures(
                            Fact.integer(words.of("reports.figure.conversations"), all)
                                    .note(words.of("reports.figure.conversations.of"))
                                    .formula(sheets.held()),
                            Fact.integer(words.of("reports.figure.across"), across)
                                    .note(words.of("reports.figure.across.of", across, all))
                                    .formula(sheets.acrossDepartments()),
                            Fact.percent(words.of("reports.report.acrossShare"), (double) across / all)
                                    .formula(sheets.acrossDepartments().of(sheets.held())))
                    .chart(byWeek(book, sheets))
                    .chart(byKind(book, sheets))
                    .table(weekly())
                    .facts(sheets.conversations(rows))
                    .define(Definition.CONVERSATIONS, Definition.ACROSS, Definition.DEPARTMENT)
                    .draft();
        }

        private BarChart byWeek(ReportBook book, FactSheets sheets) {
            return book.counts(
                    "reports.chart.weeks.none",
                    "reports.column.weekFrom",
                    "reports.figure.conversations",
                    byWeek().stream()
                            .map(week -> new BarChart.Bar(
                                    frame.words().date(weeks.firstDay(week.number())),
                                    week.conversations(),
                                    sheets.heldBetween(weeks.firstDay(week.number()), weeks.lastDay(week.number()))))
                            .toList());
        }

        private BarChart byKind(ReportBook book, FactSheets sheets) {
            return book.counts(
                    "reports.chart.kinds",
                    "reports.column.conversationKind",
                    "reports.figure.conversations",
                    Stream.of(ConversationKind.values())
                            .map(kind -> new BarChart.Bar(
                                    word(kind),
                                    held.stream()
                                            .filter(one -> one.kind() == kind)
                                            .mapToLong(Held::conversations)
                                            .sum(),
                                    sheets.held(kind)))
                            .toList());
        }

        /** All weeks of the cycle, also those to come. */
        private List<HeldWeek> byWeek() {
            return IntStream.range(0, weeks.count())
                    .mapToObj(number -> {
                        var within = held.stream()
                                .filter(one -> weeks.number(one.day()) == number)
                                .toList();
                        return new HeldWeek(
                                number,
                                within.stream().mapToLong(Held::across).sum(),
                                within.stream()
                                        .collect(Collectors.groupingBy(
                                                Held::kind, Collectors.summingLong(Held::conversations))));
                    })
                    .toList();
        }

        private SheetSpec<HeldWeek> weekly() {
            var words = frame.words();
            var columns = new ArrayList<ColumnSpec<HeldWeek>>();
            columns.add(ColumnSpec.date(words.of("reports.column.weekFrom"), week -> weeks.firstDay(week.number())));
            columns.add(ColumnSpec.date(words.of("reports.column.weekTo"), week -> weeks.lastDay(week.number())));
            columns.add(ColumnSpec.integer(words.of("reports.figure.conversations"), HeldWeek::conversations));
            columns.add(ColumnSpec.integer(words.of("reports.figure.across"), HeldWeek::across));
            Arrays.stream(ConversationKind.values())
                    .forEach(kind -> columns.add(
                            ColumnSpec.integer(word(kind), week -> week.byKind().getOrDefault(kind, 0L))));
            return new SheetSpec<>(words.of("reports.report.weeks"), columns, byWeek());
        }

        private String word(ConversationKind kind) {
            return frame.words().of("conversationkind." + kind.name());
        }
    }
}
