package org.weft.reports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import org.weft.base.ui.Chart;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Links;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.ObjectiveFigure;

/** Objectives that work and objectives that do not: the most and the least completed ones. */
final class ObjectivePanels {

    /** Of fewer people an objective does not show whether it works, unless all are that rare. */
    private static final int ENOUGH = 5;

    private static final int EACH = 8;

    private final List<ObjectiveFigure> ranked;
    private final ProgressFilter everybody;
    private final UI ui = UI.getCurrent();

    /** @param objectives the most completed first */
    ObjectivePanels(List<ObjectiveFigure> objectives, ProgressFilter everybody) {
        var common = objectives.stream()
                .filter(objective -> objective.live() >= ENOUGH)
                .toList();
        ranked = common.size() < 2 ? objectives : common;
        this.everybody = everybody;
    }

    List<Panel> panels() {
        if (ranked.size() < 2) {
            return List.of();
        }
        var each = Math.min(EACH, ranked.size() / 2);
        var worst = new ArrayList<>(ranked.subList(ranked.size() - each, ranked.size()));
        return List.of(
                panel("reports.chart.objectives.work", ranked.subList(0, each)),
                panel("reports.chart.objectives.fail", worst.reversed()));
    }

    private Panel panel(String titleKey, List<ObjectiveFigure> shown) {
        var chart = new Chart(Chart.Type.ROWS, ui.getTranslation(titleKey))
                .percent()
                .context(ui.getTranslation("reports.chart.objectives.context", shown.size(), ranked.size()))
                .categories(shown.stream().map(ObjectiveFigure::title).toList())
                .series(
                        ui.getTranslation("reports.figure.completion"),
                        shown.stream().map(ObjectiveFigure::completionRate).toList())
                .series(
                        ui.getTranslation("reports.series.progress"),
                        shown.stream().map(ObjectiveFigure::progress).toList())
                .details(
                        ui.getTranslation("reports.detail.objective.name"),
                        shown.stream().map(this::words).toList());
        chart.addSelectListener(event -> {
            if (event.category() >= 0 && event.category() < shown.size()) {
                Links.go(ProgressNavigation.list(everybody.with(
                        ProgressFacet.OBJECTIVE, shown.get(event.category()).templateId())));
            }
        });
        return new Panel(chart).note(VaadinIcon.CURSOR, ui.getTranslation("reports.insight.drill"));
    }

    private String words(ObjectiveFigure objective) {
        var days = objective.medianDays();
        return days == null
                ? ui.getTranslation("reports.detail.objective", objective.live())
                : ui.getTranslation(
                        "reports.detail.objective.days",
                        objective.live(),
                        Formats.of(ui).number(days, 0));
    }
}
