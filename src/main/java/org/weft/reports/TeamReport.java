package org.weft.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.objectives.Health;
import org.weft.progress.MatrixCell;
import org.weft.progress.MatrixColumn;
import org.weft.progress.MatrixRow;
import org.weft.progress.MatrixService;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSort;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.SheetSpec;

/** Everybody in a cycle, a row each, and against the objectives where these can be taken in at a glance. */
@Component
class TeamReport implements Report {

    /** With more objectives a matrix is no longer read but searched; the facts are made for that. */
    static final int MOST_OBJECTIVES = 60;

    private static final int CELL_WIDTH = 42;

    private final CycleFigures figures;
    private final PeopleFacts people;
    private final MatrixService matrix;
    private final CycleSizes sizes;
    private final ReadAhead ahead;

    TeamReport(CycleFigures figures, PeopleFacts people, MatrixService matrix, CycleSizes sizes, ReadAhead ahead) {
        this.ahead = ahead;
        this.sizes = sizes;
        this.figures = figures;
        this.people = people;
        this.matrix = matrix;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.TEAM;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return 2 * tableRows(scope, cycleId);
    }

    @Override
    public long tableRows(Scope scope, long cycleId) {
        return sizes.of(scope, cycleId).participants();
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var cohorts = CohortFigures.of(figures.people(frame.scope(), frame.cycleId(), frame.asOf()));
        if (cohorts.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.workbook.nothing"));
        }
        var total = cohorts.stream().map(CohortFigures::figures).reduce(Figures.NONE, Figures::plus);
        var words = frame.words();
        var facts = new FactSheets(words);
        var book = new ReportBook(frame);
        book.figures(
                        Fact.integer(words.of("reports.figure.participants"), total.participants())
                                .formula(facts.participants()),
                        Fact.percent(words.of("reports.figure.completion"), total.completionRate())
                                .note(words.of("reports.figure.completion.of", total.completed(), total.live()))
                                .formula(facts.completionOfPeople()),
                        Fact.percent(words.of("reports.figure.participation"), total.participation())
                                .note(words.of(
                                        "reports.figure.participation.of", total.talking(), total.participants()))
                                .formula(facts.talking().of(facts.participants())),
                        Fact.decimal(words.of("reports.figure.talks"), total.talksPerParticipant())
                                .note(words.of("reports.figure.talks.of", total.talks()))
                                .formula(facts.talksPerPerson()),
                        Fact.integer(words.of("reports.people.atRisk"), total.atRisk())
                                .note(words.of("reports.people.atRisk.of"))
                                .formula(facts.people(Health.AT_RISK).plus(facts.people(Health.OFF_TRACK))))
                .chart(health(book, words, facts, people.byHealth(frame.scope(), frame.cycleId())))
                .chart(completion(book, facts, cohorts))
                .facts(facts.people(frame.view(), ahead.of(sink -> people.each(frame.scope(), frame.cycleId(), sink))))
                .define(Definition.PARTICIPANTS, Definition.COMPLETION, Definition.PARTICIPATION);
        objectives(book, frame);
        return book.draft();
    }

    private static BarChart health(ReportBook book, ReportWords words, FactSheets facts, Map<Health, Long> counts) {
        return book.counts(
                "reports.chart.health",
                "base.health",
                "reports.column.people",
                Stream.of(Health.values())
                        .map(health -> new BarChart.Bar(
                                words.of("health." + health.name()),
                                counts.getOrDefault(health, 0L),
                                facts.people(health)))
                        .toList());
    }

    private static BarChart completion(ReportBook book, FactSheets facts, List<CohortFigures> cohorts) {
        return book.shares(
                "reports.chart.cohorts",
                "reports.column.cohort",
                "reports.figure.completion",
                book.bars(
                        cohorts.stream()
                                .filter(cohort -> cohort.figures().completionRate() != null)
                                .toList(),
                        CohortFigures::name,
                        cohort -> Objects.requireNonNull(cohort.figures().completionRate()),
                        name -> facts.completionOfPeople(facts.ofCohort(name))));
    }

    private void objectives(ReportBook book, ReportFrame frame) {
        var everybody = ProgressFilter.of(frame.cycleId());
        var objectives = matrix.columns(frame.scope(), everybody);
        if (objectives.size() > MOST_OBJECTIVES) {
            book.note(Text.of("reports.report.noMatrix", objectives.size(), MOST_OBJECTIVES));
        } else if (!objectives.isEmpty()) {
            book.rows(new SheetSpec<>(
                    frame.words().of("reports.report.matrix"),
                    columns(objectives, frame.words()),
                    matrix.rows(frame.scope(), everybody, ProgressSort.by(ProgressColumn.NAME))));
        }
    }

    private static List<ColumnSpec<MatrixRow>> columns(List<MatrixColumn> objectives, ReportWords words) {
        var columns = new ArrayList<ColumnSpec<MatrixRow>>();
        Stream.of(
                        ColumnSpec.<ProgressRow>text(words.of("base.name"), ProgressRow::name),
                        ColumnSpec.<ProgressRow>text(words.of("base.team"), ProgressRow::team),
                        ColumnSpec.<ProgressRow>text(words.of("reports.column.cohort"), ProgressRow::cohort),
                        ColumnSpec.<ProgressRow>percent(words.of("base.progress"), ProgressRow::progress))
                .forEach(column -> columns.add(column.of(MatrixRow::participant)));
        for (var objective : objectives) {
            columns.add(ColumnSpec.<MatrixRow>text(
                            objective.code() + " " + objective.title(),
                            row -> row.cell(objective.templateId())
                                    .map(cell -> said(cell, words))
                                    .orElse(null))
                    .width(CELL_WIDTH));
        }
        return columns;
    }

    private static @Nullable String said(MatrixCell cell, ReportWords words) {
        return words.of(
                "progress.cell",
                words.of("status." + cell.status().name()),
                words.of("base.of", cell.achieved(), cell.target()),
                words.date(cell.dueOn()));
    }
}
