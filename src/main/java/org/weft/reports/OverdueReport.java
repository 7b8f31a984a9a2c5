package org.weft.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.reports.EscalationFact.Task;
import org.weft.reports.OverdueFacts.Overdue;
import org.weft.workbook.BarChart;
import org.weft.workbook.Fact;

/** What is overdue, and what leads were asked to do about those whom reminders did not reach. */
@Component
class OverdueReport implements Report {

    /** More than so many days overdue, each; the last has no end. */
    private static final List<Integer> AGES = List.of(0, 7, 14, 28);

    private static final int LONG = 14;

    private final OverdueFacts overdue;
    private final EscalationFacts escalations;
    private final CycleSizes sizes;
    private final ReadAhead ahead;

    OverdueReport(OverdueFacts overdue, EscalationFacts escalations, CycleSizes sizes, ReadAhead ahead) {
        this.ahead = ahead;
        this.sizes = sizes;
        this.overdue = overdue;
        this.escalations = escalations;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.OVERDUE;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return sizes.of(scope, cycleId).objectives();
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var counts = overdue.count(frame);
        var tasks = escalations.count(frame);
        if (counts.isEmpty() && tasks.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.report.nothing.overdue"));
        }
        var words = frame.words();
        var sheets = new OverdueSheets(words);
        var book = new ReportBook(frame);
        return book.figures(
                        Fact.integer(words.of("reports.figure.overdue"), sum(counts))
                                .note(words.of("reports.figure.overdue.of", sum(counts)))
                                .formula(sheets.overdue()),
                        Fact.integer(words.of("reports.report.overdue.long", LONG), olderThan(counts, LONG))
                                .formula(sheets.overdue(sheets.olderThan(LONG))),
                        Fact.integer(
                                        words.of("reports.report.overdue.notReminded"),
                                        counts.stream()
                                                .mapToLong(Overdue::notReminded)
                                                .sum())
                                .formula(sheets.overdue(sheets.notReminded())),
                        Fact.integer(
                                        words.of("reports.report.escalated"),
                                        tasks.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum())
                                .formula(sheets.tasks()),
                        Fact.integer(words.of("reports.report.escalated.open"), tasks.getOrDefault(Task.OPEN, 0L))
                                .formula(sheets.tasks(Task.OPEN)))
                .chart(ages(book, words, sheets, counts))
                .chart(cohorts(book, sheets, counts))
                .chart(tasks(book, words, sheets, tasks))
                .facts(sheets.overdue(ahead.of(sink -> overdue.each(frame, sink))))
                .rows(sheets.escalations(ahead.of(sink -> escalations.each(frame, sink))))
                .define(Definition.OVERDUE, Definition.ESCALATED)
                .draft();
    }

    private static long sum(List<Overdue> counts) {
        return olderThan(counts, 0);
    }

    private static long olderThan(List<Overdue> counts, int days) {
        return counts.stream()
                .filter(one -> one.days() > days)
                .mapToLong(Overdue::objectives)
                .sum();
    }

    private static BarChart ages(ReportBook book, ReportWords words, OverdueSheets sheets, List<Overdue> counts) {
        var bars = Stream.iterate(0, age -> age < AGES.size(), age -> age + 1)
                .map(age -> {
                    var above = AGES.get(age);
                    if (age + 1 == AGES.size()) {
                        return new BarChart.Bar(
                                words.of("reports.report.overdue.above", above),
                                olderThan(counts, above),
                                sheets.overdue(sheets.olderThan(above)));
                    }
                    var most = AGES.get(age + 1);
                    return new BarChart.Bar(
                            words.of("reports.report.overdue.between", above + 1, most),
                            olderThan(counts, above) - olderThan(counts, most),
                            sheets.overdue(sheets.olderThan(above), sheets.atMost(most)));
                })
                .toList();
        return book.counts("reports.chart.overdue.age", "reports.column.daysOverdue", "reports.chart.objectives", bars);
    }

    private static BarChart cohorts(ReportBook book, OverdueSheets sheets, List<Overdue> counts) {
        var byCohort = counts.stream()
                .collect(Collectors.groupingBy(
                        Overdue::cohort,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo)),
                        Collectors.summingLong(Overdue::objectives)));
        return book.ranks(
                "reports.chart.overdue.cohorts",
                "reports.column.cohort",
                "reports.chart.objectives",
                book.bars(
                        byCohort.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .toList(),
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        name -> sheets.overdue(sheets.ofCohort(name))));
    }

    private static BarChart tasks(ReportBook book, ReportWords words, OverdueSheets sheets, Map<Task, Long> tasks) {
        return book.counts(
                "reports.chart.escalated",
                "reports.column.task",
                "reports.report.escalated",
                tasks.isEmpty()
                        ? List.of()
                        : Stream.of(Task.values())
                                .map(task -> new BarChart.Bar(
                                        words.of("reports.task." + task.name()),
                                        tasks.getOrDefault(task, 0L),
                                        sheets.tasks(task)))
                                .toList());
    }
}
