package org.weft.reports;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Formula;
import org.weft.workbook.SheetSpec;

/** Lays the figures of a cycle out as sheets, in the reader's language. */
final class QuarterWorkbook {

    private final Insight insight;
    private final ReportFrame frame;
    private final ReportWords words;
    private final FactSheets facts;

    QuarterWorkbook(Insight insight, ReportFrame frame) {
        this.insight = insight;
        this.frame = frame.at(insight.asOf());
        this.words = frame.words();
        this.facts = new FactSheets(words);
    }

    /** The figures as they were counted. */
    Report.Draft figuresOnly() {
        return book(false).ofTheQuarter().draft();
    }

    /** The figures as a workbook counts them itself over tables of facts. */
    ReportBook overFacts() {
        return book(true);
    }

    /** @param counts whether there are rows to count over */
    private ReportBook book(boolean counts) {
        var book = new ReportBook(frame);
        book.figures(figures(counts))
                .chart(chart(
                        book,
                        "reports.chart.departments",
                        "reports.department",
                        insight.departments(),
                        counts ? facts::ofDepartment : null))
                .chart(chart(
                        book, "reports.chart.levels", "base.level", insight.levels(), counts ? facts::ofLevel : null))
                .chart(statuses(book, counts))
                .chart(weeks(book, counts))
                .table(breakdown("reports.workbook.departments", "reports.department", insight.departments()))
                .table(breakdown("reports.workbook.levels", "base.level", insight.levels()))
                .define(Definition.ofTheQuarter());
        insight.departmentsNote().ifPresent(book::note);
        insight.levelsNote().ifPresent(book::note);
        return book;
    }

    private Fact[] figures(boolean counts) {
        var total = insight.total();
        UnaryOperator<Fact> plain = fact -> counts ? fact : fact.formula(null);
        return Stream.of(
                        Fact.integer(words.of("reports.figure.participants"), total.participants())
                                .formula(facts.participants()),
                        Fact.percent(words.of("reports.figure.completion"), total.completionRate())
                                .note(words.of("reports.figure.completion.of", total.completed(), total.live()))
                                .formula(facts.completed().of(facts.live())),
                        Fact.percent(words.of("reports.figure.participation"), total.participation())
                                .note(words.of(
                                        "reports.figure.participation.of", total.talking(), total.participants()))
                                .formula(facts.talking().of(facts.participants())),
                        Fact.integer(words.of("reports.figure.conversations"), insight.conversations())
                                .formula(facts.held()),
                        Fact.integer(words.of("reports.figure.across"), insight.acrossDepartments())
                                .formula(facts.acrossDepartments()),
                        Fact.percent(
                                words.of("reports.figure.coverage"),
                                insight.coverage().share()),
                        Fact.integer(words.of("reports.figure.overdue"), total.overdue())
                                .formula(facts.overdue()))
                .map(plain)
                .toArray(Fact[]::new);
    }

    /** @param rows what tells the rows of a group by its name, or null where there are none */
    private BarChart chart(
            ReportBook book,
            String title,
            String category,
            Breakdown breakdown,
            @Nullable Function<String, Formula.Where> rows) {
        var groups = breakdown.groups().stream()
                .filter(group -> group.figures().completionRate() != null)
                .toList();
        @Nullable Function<String, Formula> formula =
                rows == null ? null : name -> facts.completed(rows.apply(name)).of(facts.live(rows.apply(name)));
        return book.shares(
                title,
                category,
                "reports.figure.completion",
                book.bars(
                        groups,
                        group -> words.of(group.name()),
                        group -> Objects.requireNonNull(group.figures().completionRate()),
                        formula));
    }

    private BarChart statuses(ReportBook book, boolean counts) {
        return book.counts(
                "reports.chart.status",
                "base.status",
                "reports.chart.objectives",
                Stream.of(AssignmentStatus.values())
                        .map(status -> new BarChart.Bar(
                                words.of("status." + status.name()),
                                insight.total().count(status),
                                counts ? facts.objectives(status) : null))
                        .toList());
    }

    private BarChart weeks(ReportBook book, boolean counts) {
        var span = insight.span();
        return book.counts(
                "reports.chart.weeks.none",
                "reports.column.weekFrom",
                "reports.figure.conversations",
                insight.weeks().stream()
                        .map(week -> new BarChart.Bar(
                                words.date(span.firstDay(week.number())),
                                week.conversations(),
                                counts
                                        ? facts.heldBetween(span.firstDay(week.number()), span.lastDay(week.number()))
                                        : null))
                        .toList());
    }

    private SheetSpec<Group> breakdown(String name, String category, Breakdown breakdown) {
        var columns = new ArrayList<ColumnSpec<Group>>();
        columns.add(ColumnSpec.text(words.of(category), group -> words.of(group.name())));
        columns.add(ColumnSpec.integer(words.of("reports.figure.participants"), Group::participants));
        columns.add(ColumnSpec.integer(words.of("reports.column.talking"), of(Figures::talking)));
        columns.add(ColumnSpec.percent(words.of("reports.figure.participation"), of(Figures::participation)));
        columns.add(ColumnSpec.decimal(words.of("reports.column.talksPerPerson"), of(Figures::talksPerParticipant)));
        columns.add(ColumnSpec.percent(words.of("reports.column.acrossShare"), of(Figures::acrossShare)));
        columns.add(ColumnSpec.integer(words.of("reports.column.live"), of(Figures::live)));
        columns.add(ColumnSpec.integer(words.of("reports.column.completed"), of(Figures::completed)));
        columns.add(ColumnSpec.percent(words.of("reports.figure.completion"), of(Figures::completionRate)));
        columns.add(ColumnSpec.integer(words.of("reports.figure.overdue"), of(Figures::overdue)));
        return new SheetSpec<>(words.of(name), columns, breakdown.groups());
    }

    private static <V extends @Nullable Number> Function<Group, V> of(Function<Figures, V> figure) {
        return group -> figure.apply(group.figures());
    }
}
