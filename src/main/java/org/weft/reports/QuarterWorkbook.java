package org.weft.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Formula;
import org.weft.workbook.Sheet;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.SummarySheet;
import org.weft.workbook.WorkbookSpec;

/** Lays the figures of a cycle out as sheets, in the reader's language. */
final class QuarterWorkbook {

    private final Insight insight;
    private final ReportWords words;
    private final FactSheets facts;
    private final String author;

    QuarterWorkbook(Insight insight, ReportWords words, String author) {
        this.insight = insight;
        this.words = words;
        this.facts = new FactSheets(words);
        this.author = author;
    }

    /** "Weft Q4 2026, 2026-11-23.xlsx": the day in the reader's zone. */
    String fileName() {
        var day = LocalDate.ofInstant(insight.asOf(), words.zone());
        return words.of("reports.workbook.file", insight.cycle().label(), day.toString());
    }

    /** The figures as they were counted. */
    WorkbookSpec figuresOnly() {
        return spec(List.of());
    }

    /** The figures as the workbook counts them itself over these tables. */
    WorkbookSpec withFacts(List<SheetSpec<?>> tables) {
        return spec(tables);
    }

    private WorkbookSpec spec(List<SheetSpec<?>> tables) {
        var counts = !tables.isEmpty();
        var sheets = new ArrayList<Sheet>();
        sheets.add(summary(counts));
        sheets.add(breakdown("reports.workbook.departments", "reports.department", insight.departments()));
        sheets.add(breakdown("reports.workbook.levels", "base.level", insight.levels()));
        sheets.addAll(tables);
        sheets.add(about(counts));
        return new WorkbookSpec(title(), author, insight.asOf(), words.zone(), words.locale(), sheets);
    }

    private SummarySheet summary(boolean counts) {
        var total = insight.total();
        UnaryOperator<Fact> plain = fact -> counts ? fact : fact.formula(null);
        return new SummarySheet(
                words.of("reports.workbook.summary"),
                title(),
                words.of(
                        "reports.workbook.context",
                        words.period(insight.cycle()),
                        scope(),
                        words.moment(insight.asOf())),
                Stream.of(
                                Fact.integer(words.of("reports.figure.participants"), total.participants())
                                        .formula(facts.participants()),
                                Fact.percent(words.of("reports.figure.completion"), total.completionRate())
                                        .note(words.of("reports.figure.completion.of", total.completed(), total.live()))
                                        .formula(facts.completed().of(facts.live())),
                                Fact.percent(words.of("reports.figure.participation"), total.participation())
                                        .note(words.of(
                                                "reports.figure.participation.of",
                                                total.talking(),
                                                total.participants()))
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
                        .toList(),
                Stream.of(
                                chart(
                                        "reports.chart.departments",
                                        "reports.department",
                                        insight.departments(),
                                        counts ? facts::ofDepartment : null),
                                chart(
                                        "reports.chart.levels",
                                        "base.level",
                                        insight.levels(),
                                        counts ? facts::ofLevel : null))
                        .filter(chart -> !chart.bars().isEmpty())
                        .toList(),
                notes());
    }

    /** @param rows what tells the rows of a group by its name, or null where there are none */
    private BarChart chart(
            String title, String category, Breakdown breakdown, @Nullable Function<String, Formula.Where> rows) {
        var groups = breakdown.groups().stream()
                .filter(group -> group.figures().completionRate() != null)
                .toList();
        var names = new HashSet<String>();
        // Rows cannot tell groups of one name from each other.
        var told = groups.stream()
                .allMatch(group -> names.add(words.of(group.name()).toLowerCase(words.locale())));
        return new BarChart(
                words.of(title),
                words.of(category),
                words.of("reports.figure.completion"),
                true,
                BarChart.Direction.BARS,
                groups.stream().map(group -> bar(group, told ? rows : null)).toList());
    }

    private BarChart.Bar bar(Group group, @Nullable Function<String, Formula.Where> rows) {
        var name = words.of(group.name());
        var rate = Objects.requireNonNull(group.figures().completionRate());
        if (rows == null) {
            return new BarChart.Bar(name, rate);
        }
        var where = rows.apply(name);
        return new BarChart.Bar(name, rate, facts.completed(where).of(facts.live(where)));
    }

    private List<String> notes() {
        return Stream.of(insight.departmentsNote(), insight.levelsNote())
                .flatMap(Optional::stream)
                .map(words::of)
                .toList();
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

    private AboutSheet about(boolean withFacts) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.text(words.of("reports.about.cycle"), insight.cycle().label()));
        facts.add(Fact.text(words.of("reports.about.period"), words.period(insight.cycle())));
        facts.add(Fact.text(words.of("reports.about.scope"), scope()));
        facts.add(Fact.text(words.of("reports.about.asOf"), words.moment(insight.asOf())));
        facts.add(Fact.text(words.of("reports.about.author"), author));
        facts.add(Fact.text(
                words.of("reports.about.contents"),
                words.of(withFacts ? "reports.about.contents.facts" : "reports.about.contents.figures")));
        notes().forEach(note -> facts.add(Fact.text(words.of("reports.about.hidden"), note)));
        for (var definition : Definition.values()) {
            facts.add(Fact.text(words.of(definition.figure()), words.of(definition.words())));
        }
        return new AboutSheet(words.of("reports.workbook.about"), title(), facts);
    }

    private String title() {
        return words.of("reports.workbook.title", insight.cycle().label());
    }

    private String scope() {
        return words.of(insight.whole() ? "reports.scope.whole" : "reports.scope.line");
    }
}
