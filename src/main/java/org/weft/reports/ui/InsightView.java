package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;
import org.weft.programs.ui.ProgramsNavigation;
import org.weft.reports.Insight;
import org.weft.reports.InsightService;
import org.weft.reports.QuarterWorkbooks;
import org.weft.workbook.ui.WorkbookDownload;

/** How far a cycle is, for those who steer by figures: by department and by level, with the workbook to keep. */
@Route(ReportsNavigation.INSIGHT)
@Menu(order = 200, icon = "vaadin:chart", title = "reports.insight.title")
@RolesAllowed({Role.Names.EXECUTIVE, Role.Names.HR})
@StyleSheet("styles/reports.css")
class InsightView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient InsightService insights;
    private final transient Scope scope;
    private final boolean hr;
    private final ViewHeader header;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final WorkbookDownload download;
    private final Div content = new Div();
    private QueryState query = QueryState.of(new Location(ReportsNavigation.INSIGHT));

    InsightView(InsightService insights, QuarterWorkbooks workbooks, CycleService cycles, CurrentUser currentUser) {
        this.insights = insights;
        this.scope = currentUser.figuresScope();
        this.hr = currentUser.has(Role.HR);
        addClassName("weft-view");

        header = new ViewHeader(getTranslation("reports.insight.title"));
        picker = new CyclePicker(cycles, scope);
        picker.onChosen(cycle -> {
            query = picker.into(query);
            query.apply(getUI().orElseThrow());
            show();
        });
        download = download(workbooks);
        header.primary(download);
        filters.filters(picker);
        content.addClassName("weft-reports-insight");
        add(header, filters, content);
    }

    private WorkbookDownload download(QuarterWorkbooks workbooks) {
        var formats = Formats.of(UI.getCurrent());
        var button = new WorkbookDownload(
                getTranslation("reports.insight.download"),
                progress -> workbooks.create(scope, picker.cycleId().orElseThrow(), formats.locale(), formats.zone()));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        picker.show(query);
        show();
    }

    private void show() {
        content.removeAll();
        var cycle = picker.cycleId();
        filters.setVisible(cycle.isPresent());
        download.setVisible(false);
        if (cycle.isEmpty()) {
            content.add(empty("reports.insight.noCycle.title", getTranslation("reports.insight.noCycle.text")));
            return;
        }
        var insight = insights.read(scope, cycle.get());
        header.context(context(insight));
        if (insight.withheld()) {
            content.add(new EmptyState(
                    VaadinIcon.EYE_SLASH,
                    getTranslation("reports.withheld.title"),
                    getTranslation("reports.withheld.text", Insight.LEAST_PEOPLE)));
        } else if (insight.isEmpty()) {
            content.add(empty(
                    "reports.insight.empty.title",
                    getTranslation("reports.insight.empty.text", insight.cycle().label())));
        } else {
            download.setVisible(true);
            content.add(new FigureTiles(insight), new InsightCharts(insight, hr));
        }
    }

    private EmptyState empty(String titleKey, String text) {
        var actions = hr ? new Component[] {planning()} : new Component[0];
        return new EmptyState(VaadinIcon.CHART, getTranslation(titleKey), text, actions);
    }

    private Anchor planning() {
        var link = new Anchor(ProgramsNavigation.programs(), getTranslation("reports.insight.plan"));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String context(Insight insight) {
        var formats = Formats.of(UI.getCurrent());
        return getTranslation(
                "reports.insight.context",
                insight.cycle().label(),
                formats.range(insight.cycle().startsOn(), insight.cycle().endsOn()),
                getTranslation(insight.whole() ? "reports.scope.whole" : "reports.scope.line"),
                formats.dateTime(insight.asOf()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.insight.title");
    }
}
