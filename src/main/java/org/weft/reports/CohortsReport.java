package org.weft.reports;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.reports.CohortFacts.CohortFact;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Formula;
import org.weft.workbook.SheetSpec;

/** The cohorts of a cycle side by side, a row each, and their sums. */
@Component
class CohortsReport implements Report {

    private final CohortFacts facts;

    CohortsReport(CohortFacts facts) {
        this.facts = facts;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.COHORTS;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return 0;
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var cohorts = facts.read(frame);
        if (cohorts.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.workbook.nothing"));
        }
        return new Layout(frame, cohorts).draft();
    }

    private record Layout(ReportFrame frame, List<CohortFact> cohorts) {

        Draft draft() {
            var words = frame.words();
            var total = cohorts.stream().map(CohortFact::figures).reduce(Figures.NONE, Figures::plus);
            var book = new ReportBook(frame);
            return book.figures(
                            Fact.integer(words.of("reports.report.cohorts"), cohorts.size())
                                    .formula(Formula.count(table())),
                            Fact.integer(words.of("reports.figure.participants"), total.participants())
                                    .formula(sum("reports.figure.participants")),
                            Fact.percent(words.of("reports.figure.completion"), total.completionRate())
                                    .note(words.of("reports.figure.completion.of", total.completed(), total.live()))
                                    .formula(completion()),
                            Fact.percent(words.of("reports.figure.participation"), total.participation())
                                    .note(words.of(
                                            "reports.figure.participation.of", total.talking(), total.participants()))
                                    .formula(participation()),
                            Fact.decimal(words.of("reports.figure.talks"), total.talksPerParticipant())
                                    .note(words.of("reports.figure.talks.of", total.talks()))
                                    .formula(sum("reports.column.talks").of(sum("reports.figure.participants"))),
                            Fact.integer(words.of("reports.figure.overdue"), total.overdue())
                                    .formula(sum("reports.figure.overdue")),
                            Fact.integer(words.of("reports.people.atRisk"), total.atRisk())
                                    .note(words.of("reports.people.atRisk.of"))
                                    .formula(sum("reports.people.atRisk")))
                    .chart(chart(
                            book,
                            "reports.chart.cohorts",
                            "reports.figure.completion",
                            Figures::completionRate,
                            this::completion))
                    .chart(chart(
                            book,
                            "reports.chart.cohorts.participation",
                            "reports.figure.participation",
                            Figures::participation,
                            this::participation))
                    .table(sheet())
                    .define(
                            Definition.PARTICIPANTS,
                            Definition.COMPLETION,
                            Definition.PARTICIPATION,
                            Definition.CONVERSATIONS,
                            Definition.OVERDUE)
                    .draft();
        }

        private BarChart chart(
                ReportBook book,
                String title,
                String value,
                Function<Figures, @Nullable Double> share,
                Function<Formula.Where, Formula> formula) {
            return book.shares(
                    title,
                    "reports.column.cohort",
                    value,
                    book.bars(
                            cohorts.stream()
                                    .filter(cohort -> share.apply(cohort.figures()) != null)
                                    .toList(),
                            CohortFact::name,
                            cohort -> Objects.requireNonNull(share.apply(cohort.figures())),
                            name -> formula.apply(Formula.Where.is(frame.words().of("reports.column.cohort"), name))));
        }

        private Formula completion(Formula.Where... where) {
            return sum("reports.column.completed", where).of(sum("reports.column.live", where));
        }

        private Formula participation(Formula.Where... where) {
            return sum("reports.column.talking", where).of(sum("reports.figure.participants", where));
        }

        private Formula sum(String column, Formula.Where... where) {
            return Formula.sum(table(), frame.words().of(column), where);
        }

        private String table() {
            return frame.words().of("reports.report.cohorts");
        }

        private SheetSpec<CohortFact> sheet() {
            var words = frame.words();
            return new SheetSpec<>(
                    table(),
                    List.of(
                            ColumnSpec.text(words.of("reports.column.cohort"), CohortFact::name),
                            ColumnSpec.text(words.of("reports.column.lead"), CohortFact::lead),
                            ColumnSpec.integer(words.of("reports.figure.participants"), of(Figures::participants)),
                            ColumnSpec.integer(words.of("reports.column.talking"), of(Figures::talking)),
                            ColumnSpec.percent(words.of("reports.figure.participation"), of(Figures::participation)),
                            ColumnSpec.integer(words.of("reports.figure.conversations"), CohortFact::held),
                            ColumnSpec.integer(words.of("reports.column.talks"), of(Figures::talks)),
                            ColumnSpec.decimal(
                                    words.of("reports.column.talksPerPerson"), of(Figures::talksPerParticipant)),
                            ColumnSpec.integer(words.of("reports.column.live"), of(Figures::live)),
                            ColumnSpec.integer(words.of("reports.column.completed"), of(Figures::completed)),
                            ColumnSpec.percent(words.of("reports.figure.completion"), of(Figures::completionRate)),
                            ColumnSpec.integer(words.of("reports.figure.overdue"), of(Figures::overdue)),
                            ColumnSpec.integer(words.of("reports.people.atRisk"), of(Figures::atRisk))),
                    cohorts);
        }

        private static <V extends @Nullable Number> Function<CohortFact, V> of(Function<Figures, V> figure) {
            return cohort -> figure.apply(cohort.figures());
        }
    }
}
