package org.weft.reports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Chart;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.people.Level;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressState;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.CohortFigures;
import org.weft.reports.DepartmentLevels;
import org.weft.reports.Figures;
import org.weft.reports.ProgramFigures;
import org.weft.reports.Week;

/** A cycle against time, its cohorts side by side, its departments by level, and what reminders did. */
class ProgramCharts extends Div {

    private final transient ProgramFigures program;
    private final transient WeekNames weeks;
    private final ProgressFilter everybody;

    ProgramCharts(ProgramFigures program) {
        this.program = program;
        weeks = new WeekNames(program.span(), program.today());
        everybody = ProgressFilter.of(program.cycle().id());
        addClassName("weft-reports-charts");
        add(burnUp(), reminders(), cohorts(), heat());
        new ObjectivePanels(program.objectives(), everybody).panels().forEach(this::add);
    }

    private Panel burnUp() {
        var total = program.total();
        var due = new ArrayList<Long>();
        var sum = 0L;
        for (var week : program.weeks()) {
            sum += week.due();
            due.add(sum);
        }
        var chart = new Chart(
                        Chart.Type.LINES, getTranslation("reports.chart.burnUp", total.completed(), program.dueByNow()))
                .context(getTranslation("reports.chart.burnUp.context"))
                .missing(Formats.NOTHING)
                .categories(weeks.lastDays())
                .series(getTranslation("reports.series.completed"), weeks.soFar(program.weeks(), Week::completed))
                .target(getTranslation("reports.series.due"), due)
                .target(
                        getTranslation("reports.series.ideal"),
                        IntStream.range(0, program.weeks().size())
                                .mapToObj(number ->
                                        Math.round(total.live() * program.span().passed(number)))
                                .toList());
        chart.addSelectListener(event -> Links.go(ProgressNavigation.list(everybody.state(ProgressState.OVERDUE))));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.burnUp.drill"));
    }

    private Panel reminders() {
        if (program.reminded() == 0) {
            return new Panel(new H2(getTranslation("reports.chart.reminders.title")))
                    .note(VaadinIcon.INFO_CIRCLE, getTranslation("reports.chart.reminders.none"));
        }
        var chart = new Chart(
                        Chart.Type.BARS,
                        getTranslation("reports.chart.reminders", program.reminded(), program.followed()))
                .context(getTranslation("reports.chart.reminders.context"))
                .missing(Formats.NOTHING)
                .categories(weeks.firstDays())
                .series(getTranslation("reports.series.reminded"), weeks.each(program.weeks(), Week::reminded))
                .series(getTranslation("reports.series.followed"), weeks.each(program.weeks(), Week::followed));
        chart.addSelectListener(
                event -> Links.go(ProgressNavigation.list(everybody.with(ProgressFacet.REMINDED, "yes"))));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.reminders.drill"));
    }

    private Panel cohorts() {
        var cohorts = program.cohorts();
        var figures = cohorts.stream().map(CohortFigures::figures).toList();
        var chart = new Chart(Chart.Type.ROWS, getTranslation("reports.chart.cohorts"))
                .percent()
                .context(getTranslation("reports.chart.cohorts.context"))
                .missing(Formats.NOTHING)
                .categories(cohorts.stream().map(CohortFigures::name).toList())
                .series(
                        getTranslation("reports.figure.completion"),
                        figures.stream().map(Figures::completionRate).toList())
                .series(
                        getTranslation("reports.figure.participation"),
                        figures.stream().map(Figures::participation).toList())
                .details(
                        getTranslation("reports.figure.participants"),
                        figures.stream().map(this::words).toList());
        chart.addSelectListener(event -> {
            if (event.category() >= 0 && event.category() < cohorts.size()) {
                Links.go(ProgressNavigation.list(
                        everybody.cohort(cohorts.get(event.category()).cohortId())));
            }
        });
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.insight.drill"));
    }

    private String words(Figures figures) {
        return getTranslation("reports.detail.cohort", figures.participants(), figures.overdue(), figures.atRisk());
    }

    private Panel heat() {
        var departments = program.departments();
        var levels = Arrays.stream(Level.values())
                .filter(level ->
                        departments.stream().anyMatch(row -> row.levels().containsKey(level)))
                .toList();
        var chart = new Chart(Chart.Type.HEAT, getTranslation("reports.chart.heat"))
                .percent()
                .context(getTranslation("reports.chart.completion.context"))
                .missing(Formats.NOTHING)
                .categories(departments.stream().map(this::name).toList());
        levels.forEach(level -> chart.series(
                getTranslation("level." + level.name()),
                departments.stream().map(row -> rate(row, level)).toList()));
        chart.addSelectListener(event -> open(departments, levels, event.category(), event.series()));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.heat.drill"));
    }

    private static @Nullable Double rate(DepartmentLevels row, Level level) {
        return row.levels().getOrDefault(level, Figures.NONE).completionRate();
    }

    private String name(DepartmentLevels row) {
        var name = row.department().name();
        return getTranslation(name.key(), name.args().toArray());
    }

    private void open(List<DepartmentLevels> departments, List<Level> levels, int row, int column) {
        if (row >= 0 && row < departments.size() && column >= 0 && column < levels.size()) {
            Links.go(ProgressNavigation.list(
                    everybody.team(departments.get(row).department().teamId()).level(levels.get(column))));
        }
    }
}
