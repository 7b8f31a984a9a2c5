package org.weft.reports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.base.ui.Chart;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.conversations.Crossing;
import org.weft.conversations.HeldFilter;
import org.weft.conversations.ui.ConversationsNavigation;
import org.weft.objectives.AssignmentStatus;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.Breakdown;
import org.weft.reports.Figures;
import org.weft.reports.Group;
import org.weft.reports.Insight;
import org.weft.reports.TrendPoint;
import org.weft.reports.Week;

/** How a cycle does against those before it, week by week, by department and by level. */
class InsightCharts extends Div {

    private static final int MANY = 10;

    private final transient Insight insight;
    private final transient Consumer<Group> chosen;
    private final boolean seesPeople;

    /**
     * @param seesPeople whether a bar leads to the people behind it
     * @param chosen called with a department that was chosen by whoever does not see people
     */
    InsightCharts(Insight insight, boolean seesPeople, Consumer<Group> chosen) {
        this.insight = insight;
        this.seesPeople = seesPeople;
        this.chosen = chosen;
        addClassName("weft-reports-charts");
    }

    /** Everybody: the trend, the weeks, departments and levels. */
    InsightCharts whole(List<TrendPoint> trend) {
        add(trend(trend), weeks());
        if (insight.total().live() == 0) {
            add(new Panel().note(VaadinIcon.INFO_CIRCLE, getTranslation("reports.insight.noObjectives")));
        } else {
            var departments = departments();
            var statuses = statuses(insight.total(), null);
            // Many departments are as high as two panels beside them; few leave the objectives a row of their own.
            if (insight.departments().groups().size() > MANY) {
                departments.addClassName("weft-reports-tall");
            } else {
                statuses.wide();
            }
            add(departments, levels(), statuses);
        }
        return this;
    }

    /** One department: among the others, and where its objectives stand. */
    InsightCharts focused(Group department) {
        add(departments(), statuses(department.figures(), department.teamId()));
        return this;
    }

    private Panel trend(List<TrendPoint> points) {
        var title = getTranslation("reports.chart.trend");
        if (points.size() < 2) {
            return new Panel(new H2(title)).note(VaadinIcon.INFO_CIRCLE, getTranslation("reports.chart.trend.first"));
        }
        var running = points.getLast().cycle().current();
        var chart = new Chart(Chart.Type.LINES, title)
                .percent()
                .context(getTranslation(running ? "reports.chart.trend.running" : "reports.chart.trend.context"))
                .missing(Formats.NOTHING)
                .categories(points.stream().map(point -> point.cycle().label()).toList())
                .series(getTranslation("reports.figure.completion"), values(points, TrendPoint::completion))
                .series(getTranslation("reports.figure.participation"), values(points, TrendPoint::participation))
                .series(getTranslation("reports.figure.across"), values(points, TrendPoint::across))
                .series(getTranslation("reports.figure.coverage"), values(points, TrendPoint::coverage));
        chart.addSelectListener(event -> at(points, event.category())
                .ifPresent(point ->
                        Links.go(ReportsNavigation.insight(point.cycle().id()))));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.trend.drill"));
    }

    private static List<@Nullable Double> values(
            List<TrendPoint> points, Function<TrendPoint, @Nullable Double> value) {
        return points.stream().map(value).toList();
    }

    private Panel weeks() {
        var formats = Formats.of(UI.getCurrent());
        var share = insight.acrossShare();
        var today = LocalDate.ofInstant(insight.asOf(), formats.zone());
        var names = new WeekNames(insight.span(), today);
        var chart = new Chart(
                        Chart.Type.BARS,
                        share == null
                                ? getTranslation("reports.chart.weeks.none")
                                : getTranslation("reports.chart.weeks", formats.percent(share)))
                .stacked()
                .context(getTranslation("reports.chart.weeks.context"))
                .missing(Formats.NOTHING)
                .categories(names.firstDays())
                .series(getTranslation("reports.series.across"), names.each(insight.weeks(), Week::across))
                .series(
                        getTranslation("reports.series.within"),
                        names.each(insight.weeks(), week -> week.conversations() - week.across()));
        if (!seesPeople) {
            return new Panel(chart);
        }
        var series = List.of(Crossing.ACROSS, Crossing.WITHIN);
        chart.eachValue()
                .addSelectListener(event -> at(series, event.series())
                        .ifPresent(crossing -> names.at(event.category())
                                .ifPresent(week -> Links.go(ConversationsNavigation.held(
                                        HeldFilter.of(insight.cycle().id())
                                                .between(week.firstDay(), week.lastDay())
                                                .crossing(crossing))))));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.weeks.drill"));
    }

    private static <T> Optional<T> at(List<T> things, int place) {
        return place >= 0 && place < things.size() ? Optional.of(things.get(place)) : Optional.empty();
    }

    private Panel departments() {
        var panel = panel("reports.chart.departments", insight.departments(), insight.departmentsNote());
        if (!insight.departments().hidden()) {
            panel.note(
                    VaadinIcon.CURSOR, getTranslation(seesPeople ? "reports.insight.drill" : "reports.insight.focus"));
        }
        return panel;
    }

    private Panel levels() {
        var panel = panel("reports.chart.levels", insight.levels(), insight.levelsNote());
        return seesPeople ? panel.note(VaadinIcon.CURSOR, getTranslation("reports.insight.drill")) : panel;
    }

    private Panel panel(String titleKey, Breakdown breakdown, Optional<Text> note) {
        var panel = breakdown.hidden()
                ? new Panel(new H2(getTranslation(titleKey)))
                : new Panel(chart(titleKey, breakdown.groups()));
        note.ifPresent(text -> panel.note(VaadinIcon.EYE_SLASH, words(text)));
        return panel;
    }

    private Chart chart(String titleKey, List<Group> groups) {
        var chart = new Chart(Chart.Type.ROWS, getTranslation(titleKey))
                .percent()
                .missing(Formats.NOTHING)
                .context(getTranslation("reports.chart.completion.context"))
                .categories(groups.stream().map(group -> words(group.name())).toList())
                .series(
                        getTranslation("reports.figure.completion"),
                        groups.stream()
                                .map(group -> group.figures().completionRate())
                                .toList());
        if (seesPeople || groups.stream().anyMatch(group -> group.teamId() != null)) {
            chart.addSelectListener(event -> choose(groups, event.category()));
        }
        return chart;
    }

    private Panel statuses(Figures figures, @Nullable Long teamId) {
        var shown = Arrays.stream(AssignmentStatus.values())
                .filter(status -> status.isLive() || figures.count(status) > 0)
                .toList();
        var chart = new Chart(Chart.Type.ROWS, getTranslation("reports.chart.status"))
                .context(getTranslation("reports.chart.status.context"))
                .categories(shown.stream()
                        .map(status -> getTranslation("status." + status.name()))
                        .toList())
                .series(
                        getTranslation("reports.chart.objectives"),
                        shown.stream().map(figures::count).toList());
        if (!seesPeople) {
            return new Panel(chart);
        }
        chart.addSelectListener(event -> at(shown, event.category())
                .ifPresent(status -> Links.go(ProgressNavigation.list(
                        ProgressFilter.of(insight.cycle().id()).team(teamId).with(ProgressFacet.STATUS, status)))));
        return new Panel(chart).note(VaadinIcon.CURSOR, getTranslation("reports.chart.status.drill"));
    }

    private void choose(List<Group> groups, int category) {
        at(groups, category).ifPresent(this::choose);
    }

    private void choose(Group group) {
        if (!seesPeople) {
            if (group.teamId() != null) {
                chosen.accept(group);
            }
        } else if (group.teamId() != null || group.level() != null) {
            Links.go(ProgressNavigation.list(
                    ProgressFilter.of(insight.cycle().id()).team(group.teamId()).level(group.level())));
        }
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }
}
