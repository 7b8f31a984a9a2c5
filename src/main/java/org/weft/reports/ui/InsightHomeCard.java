package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Tile;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.reports.InsightService;

/** The headline of the current cycle, for executives. */
@org.springframework.stereotype.Component
@Order(200)
class InsightHomeCard implements HomeCard {

    private final CycleService cycles;
    private final InsightService insights;
    private final CurrentUser currentUser;

    InsightHomeCard(CycleService cycles, InsightService insights, CurrentUser currentUser) {
        this.cycles = cycles;
        this.insights = insights;
        this.currentUser = currentUser;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.Names.EXECUTIVE);
    }

    @Override
    public Optional<Component> create() {
        var scope = currentUser.figuresScope();
        return CycleOption.choose(cycles.options(scope), null)
                .flatMap(cycle -> insights.read(scope, cycle.id()))
                .filter(insight -> !insight.isEmpty() && !insight.withheld())
                .map(insight -> {
                    var ui = UI.getCurrent();
                    var formats = Formats.of(ui);
                    var total = insight.total();
                    var rate = total.completionRate();
                    return new Tile(VaadinIcon.CHART, ui.getTranslation("reports.home.title"))
                            .figure(
                                    rate == null ? Formats.NOTHING : formats.percent(rate),
                                    ui.getTranslation("reports.home.completion"))
                            .text(ui.getTranslation(
                                    "reports.home.text",
                                    insight.cycle().label(),
                                    total.talking(),
                                    total.participants(),
                                    total.overdue()))
                            .link(ReportsNavigation.insight(), ui.getTranslation("reports.home.open"));
                });
    }
}
