package org.weft.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.Translations;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Rows;
import org.weft.workbook.Sheet;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.SummarySheet;
import org.weft.workbook.WorkbookSpec;

/** Lays the figures of a cycle out as sheets, in the reader's language. */
final class QuarterWorkbook {

    private final Insight insight;
    private final Translations translations;
    private final Locale locale;
    private final ZoneId zone;
    private final String author;

    QuarterWorkbook(Insight insight, Translations translations, Locale locale, ZoneId zone, String author) {
        this.insight = insight;
        this.translations = translations;
        this.locale = locale;
        this.zone = zone;
        this.author = author;
    }

    /** "Weft Q4 2026, 2026-11-23.xlsx": the day in the reader's zone. */
    String fileName() {
        return words("reports.workbook.file", insight.cycle().label(), day().toString());
    }

    WorkbookSpec figuresOnly() {
        return spec(List.of());
    }

    WorkbookSpec withFacts(Rows<ObjectiveFact> facts) {
        return spec(List.of(new SheetSpec<>(words("reports.workbook.facts"), factColumns(), facts)));
    }

    private WorkbookSpec spec(List<Sheet> facts) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(summary());
        sheets.add(breakdown("reports.workbook.departments", "reports.department", insight.departments()));
        sheets.add(breakdown("reports.workbook.levels", "base.level", insight.levels()));
        sheets.addAll(facts);
        sheets.add(about(!facts.isEmpty()));
        return new WorkbookSpec(title(), author, insight.asOf(), zone, locale, sheets);
    }

    private SummarySheet summary() {
        var total = insight.total();
        return new SummarySheet(
                words("reports.workbook.summary"),
                title(),
                words("reports.workbook.context", period(), scope(), asOf()),
                List.of(
                        Fact.integer(words("reports.figure.participants"), total.participants()),
                        Fact.percent(words("reports.figure.completion"), total.completionRate())
                                .note(words("reports.figure.completion.of", total.completed(), total.live())),
                        Fact.percent(words("reports.figure.participation"), total.participation())
                                .note(words("reports.figure.participation.of", total.talking(), total.participants())),
                        Fact.integer(words("reports.figure.conversations"), insight.conversations()),
                        Fact.integer(words("reports.figure.across"), insight.acrossDepartments()),
                        Fact.percent(
                                words("reports.figure.coverage"),
                                insight.coverage().share()),
                        Fact.integer(words("reports.figure.overdue"), total.overdue())),
                Stream.of(
                                chart("reports.chart.departments", "reports.department", insight.departments()),
                                chart("reports.chart.levels", "base.level", insight.levels()))
                        .filter(chart -> !chart.bars().isEmpty())
                        .toList(),
                notes());
    }

    private BarChart chart(String title, String category, Breakdown breakdown) {
        return new BarChart(
                words(title),
                words(category),
                words("reports.figure.completion"),
                true,
                BarChart.Direction.BARS,
                breakdown.groups().stream()
                        .filter(group -> group.figures().completionRate() != null)
                        .map(group ->
                                new BarChart.Bar(translations.translate(group.name(), locale), rate(group.figures())))
                        .toList());
    }

    private static double rate(Figures figures) {
        var rate = figures.completionRate();
        return rate == null ? 0 : rate;
    }

    private List<String> notes() {
        return Stream.of(insight.departmentsNote(), insight.levelsNote())
                .flatMap(Optional::stream)
                .map(note -> translations.translate(note, locale))
                .toList();
    }

    private SheetSpec<Group> breakdown(String name, String category, Breakdown breakdown) {
        var columns = new ArrayList<ColumnSpec<Group>>();
        columns.add(ColumnSpec.text(words(category), group -> translations.translate(group.name(), locale)));
        columns.add(ColumnSpec.integer(words("reports.figure.participants"), Group::participants));
        columns.add(ColumnSpec.integer(words("reports.column.talking"), of(Figures::talking)));
        columns.add(ColumnSpec.percent(words("reports.figure.participation"), of(Figures::participation)));
        columns.add(ColumnSpec.decimal(words("reports.column.talksPerPerson"), of(Figures::talksPerParticipant)));
        columns.add(ColumnSpec.percent(words("reports.column.acrossShare"), of(Figures::acrossShare)));
        columns.add(ColumnSpec.integer(words("reports.column.live"), of(Figures::live)));
        columns.add(ColumnSpec.integer(words("reports.column.completed"), of(Figures::completed)));
        columns.add(ColumnSpec.percent(words("reports.figure.completion"), of(Figures::completionRate)));
        columns.add(ColumnSpec.integer(words("reports.figure.overdue"), of(Figures::overdue)));
        return new SheetSpec<>(words(name), columns, breakdown.groups());
    }

    private static <V extends @Nullable Number> Function<Group, V> of(Function<Figures, V> figure) {
        return group -> figure.apply(group.figures());
    }

    private List<ColumnSpec<ObjectiveFact>> factColumns() {
        return List.of(
                ColumnSpec.text(words("reports.column.employeeNumber"), ObjectiveFact::employeeNumber),
                ColumnSpec.text(words("base.name"), ObjectiveFact::person),
                ColumnSpec.text(words("reports.department"), ObjectiveFact::department),
                ColumnSpec.text(words("base.team"), ObjectiveFact::team),
                ColumnSpec.text(
                        words("base.level"),
                        fact -> words("level." + fact.level().name())),
                ColumnSpec.text(words("reports.column.jobTitle"), ObjectiveFact::jobTitle),
                ColumnSpec.text(words("reports.column.location"), ObjectiveFact::location),
                ColumnSpec.text(words("reports.column.cohort"), ObjectiveFact::cohort),
                ColumnSpec.text(words("reports.column.code"), ObjectiveFact::code),
                ColumnSpec.text(words("reports.column.objective"), ObjectiveFact::title),
                ColumnSpec.text(
                        words("reports.column.type"),
                        fact -> words("objectivetype." + fact.type().name())),
                ColumnSpec.text(
                        words("reports.column.planKind"),
                        fact -> words("plankind." + fact.planKind().name())),
                ColumnSpec.integer(words("reports.column.target"), ObjectiveFact::target),
                ColumnSpec.text(words("reports.column.unit"), ObjectiveFact::unit),
                ColumnSpec.integer(words("reports.column.achieved"), ObjectiveFact::achieved),
                ColumnSpec.percent(words("base.progress"), ObjectiveFact::progress),
                ColumnSpec.date(words("base.due"), ObjectiveFact::dueOn),
                ColumnSpec.text(
                        words("reports.figure.overdue"), fact -> words(fact.overdue() ? "base.yes" : "base.no")),
                ColumnSpec.text(
                        words("base.status"),
                        fact -> words("status." + fact.status().name())),
                ColumnSpec.dateTime(words("reports.column.statusAt", zone.getId()), ObjectiveFact::statusAt),
                ColumnSpec.text(
                        words("base.health"),
                        fact -> words("health." + fact.health().name())));
    }

    private AboutSheet about(boolean withFacts) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.text(words("reports.about.cycle"), insight.cycle().label()));
        facts.add(Fact.text(words("reports.about.period"), period()));
        facts.add(Fact.text(words("reports.about.scope"), scope()));
        facts.add(Fact.text(words("reports.about.asOf"), asOf()));
        facts.add(Fact.text(words("reports.about.author"), author));
        facts.add(Fact.text(
                words("reports.about.contents"),
                words(withFacts ? "reports.about.contents.facts" : "reports.about.contents.figures")));
        notes().forEach(note -> facts.add(Fact.text(words("reports.about.hidden"), note)));
        for (var definition : Definition.values()) {
            facts.add(Fact.text(words(definition.figure()), words(definition.words())));
        }
        return new AboutSheet(words("reports.workbook.about"), title(), facts);
    }

    private String title() {
        return words("reports.workbook.title", insight.cycle().label());
    }

    private String period() {
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return dates.format(insight.cycle().startsOn()) + " – "
                + dates.format(insight.cycle().endsOn());
    }

    private String scope() {
        return words(insight.whole() ? "reports.scope.whole" : "reports.scope.line");
    }

    private String asOf() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(insight.asOf())
                + " (" + zone.getId() + ")";
    }

    private LocalDate day() {
        return LocalDate.ofInstant(insight.asOf(), zone);
    }

    private String words(String key, Object... args) {
        return translations.translate(key, locale, args);
    }
}
