package org.weft.reports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Chart;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.conversations.HeldFilter;
import org.weft.conversations.ui.ConversationsNavigation;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.Meetings;
import org.weft.reports.MyPeople;

/** Whether enough is talked to reach the targets in time, and who has met whom outside the team. */
class MyPeopleCharts extends Div {

    private final transient MyPeople people;

    MyPeopleCharts(MyPeople people) {
        this.people = people;
        addClassName("weft-reports-charts");
        add(weeks(), meetings());
    }

    private Panel weeks() {
        var names = new WeekNames(people.span(), people.today());
        var held = new ArrayList<@Nullable Long>();
        var planned = new ArrayList<Double>();
        people.weeks().forEach(week -> {
            held.add(names.begun(week.number()) ? (Long) week.held() : null);
            planned.add(week.planned());
        });
        var chart = new Chart(
                        Chart.Type.BARS, getTranslation("reports.chart.pace", people.held(), people.plannedByNow()))
                .context(getTranslation("reports.chart.pace.context"))
                .missing(Formats.NOTHING)
                .categories(names.firstDays())
                .series(getTranslation("reports.series.held"), held)
                .target(getTranslation("reports.series.plan"), planned);
        chart.addSelectListener(event -> names.at(event.category())
                .ifPresent(week -> Links.go(ConversationsNavigation.heldByLed(
                        HeldFilter.of(people.cycle().id())
                                .between(week.firstDay(), week.lastDay())
                                .counting(true)))));
        return new Panel(chart).wide().note(VaadinIcon.CURSOR, getTranslation("reports.chart.weeks.drill"));
    }

    private Panel meetings() {
        var meetings = people.meetings();
        var grain = meetings.grain().name();
        var title = meetings.metNobody() == 0
                ? getTranslation("reports.chart.met")
                : getTranslation(
                        "reports.chart.metNobody." + grain,
                        meetings.metNobody(),
                        meetings.rows().size());
        if (meetings.columns().isEmpty()) {
            return new Panel(new H2(getTranslation("reports.chart.met")))
                    .note(VaadinIcon.INFO_CIRCLE, getTranslation("reports.chart.met.none"));
        }
        var chart = new Chart(Chart.Type.HEAT, title)
                .context(getTranslation("reports.chart.met." + grain))
                .categories(meetings.rows().stream().map(Meetings.Row::name).toList());
        for (var at = 0; at < meetings.columns().size(); at++) {
            var column = at;
            var name = meetings.columns().get(at).name();
            chart.series(
                    name == null ? getTranslation("reports.series.others." + grain) : name,
                    meetings.rows().stream().map(row -> row.talks().get(column)).toList());
        }
        chart.addSelectListener(event -> open(event.category()));
        return new Panel(chart).wide().note(VaadinIcon.CURSOR, getTranslation("reports.chart.met.drill." + grain));
    }

    private void open(int at) {
        var meetings = people.meetings();
        if (at < 0 || at >= meetings.rows().size()) {
            return;
        }
        var id = meetings.rows().get(at).id();
        if (meetings.grain() == Meetings.Grain.PEOPLE) {
            Links.go(ProgressNavigation.person(id, people.cycle().id()));
        } else {
            Links.go(ProgressNavigation.list(
                    ProgressFilter.of(people.cycle().id()).team(id)));
        }
    }
}
