package org.weft.reports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weft.base.Text;
import org.weft.base.ui.Chart;
import org.weft.base.ui.Links;
import org.weft.objectives.AssignmentStatus;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.Breakdown;
import org.weft.reports.Group;
import org.weft.reports.Insight;

/** Completion by department and by level, and where the objectives stand. */
class InsightCharts extends Div {

    private final transient Insight insight;
    private final boolean seesPeople;

    /** @param seesPeople whether a bar leads to the people behind it */
    InsightCharts(Insight insight, boolean seesPeople) {
        this.insight = insight;
        this.seesPeople = seesPeople;
        addClassName("weft-reports-charts");
        if (insight.total().live() == 0) {
            add(note(VaadinIcon.INFO_CIRCLE, getTranslation("reports.insight.noObjectives")));
            return;
        }
        add(
                panel("reports.chart.departments", insight.departments(), insight.departmentsNote()),
                panel("reports.chart.levels", insight.levels(), insight.levelsNote()),
                statuses());
    }

    private Div panel(String titleKey, Breakdown breakdown, Optional<Text> note) {
        var panel = new Div();
        panel.addClassName("weft-reports-panel");
        if (breakdown.hidden()) {
            panel.add(new H2(getTranslation(titleKey)));
        } else {
            panel.add(chart(titleKey, breakdown.groups()));
        }
        note.ifPresent(text -> panel.add(note(VaadinIcon.EYE_SLASH, words(text))));
        if (seesPeople) {
            panel.add(note(VaadinIcon.CURSOR, getTranslation("reports.insight.drill")));
        }
        return panel;
    }

    private Chart chart(String titleKey, List<Group> groups) {
        var chart = new Chart(Chart.Type.ROWS, getTranslation(titleKey))
                .percent()
                .context(getTranslation("reports.chart.completion.context"))
                .categories(groups.stream().map(group -> words(group.name())).toList())
                .series(
                        getTranslation("reports.figure.completion"),
                        groups.stream()
                                .map(group -> group.figures().completionRate())
                                .toList());
        if (seesPeople) {
            chart.addSelectListener(event -> open(groups, event.category()));
        }
        return chart;
    }

    private Div statuses() {
        var panel = new Div();
        panel.addClassName("weft-reports-panel");
        var shown = Arrays.stream(AssignmentStatus.values())
                .filter(status -> status.isLive() || insight.total().count(status) > 0)
                .toList();
        panel.add(new Chart(Chart.Type.ROWS, getTranslation("reports.chart.status"))
                .context(getTranslation("reports.chart.status.context"))
                .categories(shown.stream()
                        .map(status -> getTranslation("status." + status.name()))
                        .toList())
                .series(
                        getTranslation("reports.chart.objectives"),
                        shown.stream().map(insight.total()::count).toList()));
        return panel;
    }

    private void open(List<Group> groups, int category) {
        if (category < 0 || category >= groups.size()) {
            return;
        }
        var group = groups.get(category);
        if (group.teamId() != null || group.level() != null) {
            Links.go(ProgressNavigation.list(
                    ProgressFilter.of(insight.cycle().id()).team(group.teamId()).level(group.level())));
        }
    }

    private static Paragraph note(VaadinIcon icon, String text) {
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        var note = new Paragraph(picture, new Span(text));
        note.addClassName("weft-reports-note");
        return note;
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }
}
