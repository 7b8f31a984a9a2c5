package org.weft.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.weft.base.Text;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Formula;
import org.weft.workbook.LaterSheets;
import org.weft.workbook.Sheet;
import org.weft.workbook.SheetPlace;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.SummarySheet;
import org.weft.workbook.WorkbookSpec;

/**
 * A workbook of the catalogue in the making: a page of figures and charts on top, then tables, and at the end the page
 * that says what it is, whom it is about, how it was counted and by which version.
 */
final class ReportBook {

    /** More cannot be read on a page. */
    static final int MOST_BARS = 40;

    private final ReportFrame frame;
    private final ReportWords words;
    private final List<Fact> figures = new ArrayList<>();
    private final List<BarChart> charts = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final List<SheetSpec<?>> tables = new ArrayList<>();
    private final List<SheetSpec<?>> figureTables = new ArrayList<>();
    private @Nullable SheetSpec<?> facts;
    private final List<Definition> definitions = new ArrayList<>();
    private String title;
    private String fileName;

    ReportBook(ReportFrame frame) {
        this.frame = frame;
        words = frame.words();
        var name = words.of("report." + frame.kind().name());
        title = words.of("reports.workbook.title.kind", name, frame.cycle().label());
        fileName = words.of("reports.workbook.file.kind", name, frame.cycle().label(), day());
        if (!frame.filter().isEmpty()) {
            note(Text.of("reports.report.filtered", filter()));
        }
    }

    private String filter() {
        return String.join(" · ", frame.filter());
    }

    /** The quarter as such, not one side of it. */
    ReportBook ofTheQuarter() {
        title = words.of("reports.workbook.title", frame.cycle().label());
        fileName = words.of("reports.workbook.file", frame.cycle().label(), day());
        return this;
    }

    /** The day in the reader's zone. */
    private String day() {
        return LocalDate.ofInstant(frame.asOf(), words.zone()).toString();
    }

    ReportBook figures(Fact... more) {
        figures.addAll(List.of(more));
        return this;
    }

    /** One that has nothing to show is left out; one of very many bars shows the first of them, and says so. */
    ReportBook chart(BarChart chart) {
        var bars = chart.bars().size();
        if (bars > MOST_BARS) {
            charts.add(new BarChart(
                    chart.title(),
                    chart.categoryHeader(),
                    chart.valueHeader(),
                    chart.percent(),
                    chart.direction(),
                    chart.bars().subList(0, MOST_BARS)));
            note(Text.of("reports.chart.cut", chart.title(), MOST_BARS, bars));
        } else if (bars > 0) {
            charts.add(chart);
        }
        return this;
    }

    /** What must be said beside the figures, such as what is hidden. */
    ReportBook note(Text note) {
        notes.add(note);
        return this;
    }

    /** A table of figures. */
    ReportBook table(SheetSpec<?> table) {
        figureTables.add(table);
        return rows(table);
    }

    /** A table of what the figures are about, or one too large for paper. */
    ReportBook rows(SheetSpec<?> table) {
        tables.add(table);
        return this;
    }

    /** As {@link #rows}; and the one that is handed out alone where only one can be. */
    ReportBook facts(SheetSpec<?> table) {
        facts = table;
        return rows(table);
    }

    /** Says what these figures mean. */
    ReportBook define(Definition... more) {
        definitions.addAll(List.of(more));
        return this;
    }

    Report.Draft draft() {
        var sheets = new ArrayList<SheetPlace>(front());
        sheets.add(about(List.of()));
        return draft(sheets, facts == null ? figureTables.getFirst() : facts, this::print);
    }

    /**
     * As {@link #draft}, of a book whose figures are counted over the rows of large tables while these are written.
     *
     * @param tables the large ones
     * @param table the one of them that is handed out alone
     * @param counted the book without them, asked for once they are written
     * @param print a book without them, asked for if it is printed
     */
    Report.Draft counting(
            List<SheetSpec<?>> tables, SheetSpec<?> table, Supplier<ReportBook> counted, Supplier<ReportBook> print) {
        var book = SingletonSupplier.of(counted);
        var sheets = new ArrayList<SheetPlace>();
        sheets.add(new LaterSheets(() -> book.obtain().front()));
        sheets.addAll(tables);
        sheets.add(new LaterSheets(() -> List.of(book.obtain().about(tables))));
        return draft(sheets, table, () -> print.get().print());
    }

    private List<Sheet> front() {
        var sheets = new ArrayList<Sheet>();
        sheets.add(summary());
        sheets.addAll(tables);
        return sheets;
    }

    private Report.Draft draft(List<SheetPlace> sheets, SheetSpec<?> table, Supplier<WorkbookSpec> print) {
        return new Report.Draft(
                frame.filter().isEmpty() ? fileName : words.of("reports.workbook.file.filtered", fileName),
                spec(sheets),
                table,
                print);
    }

    private WorkbookSpec print() {
        var sheets = new ArrayList<SheetPlace>();
        sheets.add(summary());
        sheets.addAll(figureTables);
        sheets.add(about("reports.workbook.method", List.of()));
        return spec(sheets);
    }

    private WorkbookSpec spec(List<SheetPlace> sheets) {
        return new WorkbookSpec(title, frame.author(), frame.asOf(), words.zone(), words.locale(), sheets);
    }

    private SummarySheet summary() {
        return new SummarySheet(
                words.of("reports.workbook.summary"),
                title,
                words.of(
                        "reports.workbook.context",
                        words.period(frame.cycle()),
                        frame.reach(),
                        words.moment(frame.asOf())),
                figures,
                charts,
                said());
    }

    private List<String> said() {
        return notes.stream().map(words::of).toList();
    }

    /** @param more tables of the workbook, beside this book's own */
    private AboutSheet about(List<SheetSpec<?>> more) {
        return about(
                "reports.workbook.about",
                Stream.concat(tables.stream(), more.stream()).toList());
    }

    /** @param counted the tables whose rows are counted */
    private AboutSheet about(String name, List<SheetSpec<?>> counted) {
        var facts = Stream.of(
                        Stream.of(
                                Fact.text(
                                        words.of("reports.about.cycle"),
                                        frame.cycle().label()),
                                Fact.text(words.of("reports.about.period"), words.period(frame.cycle())),
                                Fact.text(words.of("reports.about.scope"), frame.reach()),
                                Fact.text(
                                        words.of("reports.about.filter"),
                                        frame.filter().isEmpty()
                                                ? words.of("reports.about.filter.none")
                                                : words.of("reports.about.filter.some", filter())),
                                Fact.text(words.of("reports.about.asOf"), words.moment(frame.asOf())),
                                Fact.text(words.of("reports.about.author"), frame.author()),
                                Fact.text(words.of("reports.about.version"), frame.version()),
                                Fact.text(
                                        words.of("reports.about.contents"),
                                        words.of("reports.about.contents."
                                                + frame.kind().name()))),
                        columns(counted),
                        counted.stream()
                                .map(table -> Fact.rows(words.of("reports.about.rows", table.name()), table.name())),
                        said().stream().map(note -> Fact.text(words.of("reports.about.note"), note)),
                        definitions.stream().map(one -> Fact.text(words.of(one.figure()), words.of(one.words()))))
                .flatMap(Function.identity())
                .toList();
        return new AboutSheet(words.of(name), title, facts);
    }

    /** Which columns somebody chose for the table of people. */
    private Stream<Fact> columns(List<SheetSpec<?>> tables) {
        return tables.stream()
                .filter(table ->
                        !frame.view().columns().isEmpty() && table.name().equals(words.of("reports.workbook.people")))
                .map(table -> Fact.text(
                        words.of("reports.about.columns", table.name()),
                        words.of(
                                "reports.about.columns.some",
                                table.columns().stream()
                                        .filter(column -> !column.hidden())
                                        .map(ColumnSpec::header)
                                        .collect(Collectors.joining(", ")))));
    }

    /**
     * A bar for each group.
     *
     * @param formula counts a group over the rows that hold its name, or null where there are no such rows; not asked where
     *     rows cannot tell two groups from each other
     */
    <G> List<BarChart.Bar> bars(
            Collection<G> groups,
            Function<G, String> name,
            ToDoubleFunction<G> value,
            @Nullable Function<String, Formula> formula) {
        var names = new HashSet<String>();
        var told = groups.stream().allMatch(group -> names.add(name.apply(group).toLowerCase(words.locale())));
        return groups.stream()
                .map(group -> new BarChart.Bar(
                        name.apply(group),
                        value.applyAsDouble(group),
                        told && formula != null ? formula.apply(name.apply(group)) : null))
                .toList();
    }

    /** Shares of groups whose names may be long. */
    BarChart shares(String title, String category, String value, List<BarChart.Bar> bars) {
        return new BarChart(words.of(title), words.of(category), words.of(value), true, BarChart.Direction.BARS, bars);
    }

    /** How many of groups whose names may be long. */
    BarChart ranks(String title, String category, String value, List<BarChart.Bar> bars) {
        return new BarChart(words.of(title), words.of(category), words.of(value), false, BarChart.Direction.BARS, bars);
    }

    /** How many of each, in an order of their own. */
    BarChart counts(String title, String category, String value, List<BarChart.Bar> bars) {
        return new BarChart(
                words.of(title), words.of(category), words.of(value), false, BarChart.Direction.COLUMNS, bars);
    }
}
