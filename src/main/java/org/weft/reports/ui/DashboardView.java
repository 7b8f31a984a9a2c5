package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import java.util.List;
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
import org.weft.reports.Definition;
import org.weft.reports.ProgramFigureService;
import org.weft.reports.ProgramFigures;

/** How a cycle goes, for who runs the program: cohorts, departments, pace, objectives, reminders. */
@Route(ReportsNavigation.DASHBOARD)
@Menu(order = 200, icon = "vaadin:dashboard", title = "reports.program.title")
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/reports.css")
class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ProgramFigureService figures;
    private final ViewHeader header;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final Board board = new Board(this::content);
    private QueryState query = QueryState.of(new Location(ReportsNavigation.DASHBOARD));

    DashboardView(ProgramFigureService figures, CycleService cycles) {
        this.figures = figures;
        addClassName("weft-view");
        header = new ViewHeader(getTranslation("reports.program.title"));
        picker = new CyclePicker(cycles, new Scope.Everybody());
        picker.onChosen(cycle -> {
            query = picker.into(query);
            query.apply(getUI().orElseThrow());
            board.show();
        });
        add(header, filters.filters(picker), board);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        picker.show(query);
        board.show();
    }

    private List<Component> content() {
        var cycle = picker.cycleId();
        filters.setVisible(cycle.isPresent());
        if (cycle.isEmpty()) {
            return List.of(empty("reports.insight.noCycle.title", getTranslation("reports.program.noCycle.text")));
        }
        return figures.read(cycle.get()).map(this::content).orElseGet(() -> List.of(board.preparing()));
    }

    private List<Component> content(ProgramFigures program) {
        header.context(context(program));
        if (program.total().participants() == 0) {
            return List.of(empty(
                    "reports.insight.empty.title",
                    getTranslation("reports.insight.empty.text", program.cycle().label())));
        }
        return List.of(
                new ProgramTiles(program),
                new ProgramCharts(program),
                new MethodNote(
                                Definition.COMPLETION,
                                Definition.PARTICIPATION,
                                Definition.CONVERSATIONS,
                                Definition.OVERDUE,
                                Definition.DEPARTMENT)
                        .say("reports.people.atRisk", "reports.definition.people.atRisk")
                        .say("reports.series.ideal", "reports.definition.ideal")
                        .say("reports.series.progress", "reports.definition.progress")
                        .say("reports.series.followed", "reports.definition.followed"));
    }

    private EmptyState empty(String titleKey, String text) {
        var link = new Anchor(ProgramsNavigation.programs(), getTranslation("reports.insight.plan"));
        link.getElement().setAttribute("router-link", true);
        return new EmptyState(VaadinIcon.DASHBOARD, getTranslation(titleKey), text, link);
    }

    private String context(ProgramFigures program) {
        var formats = Formats.of(UI.getCurrent());
        return getTranslation(
                "reports.insight.context",
                program.cycle().label(),
                formats.range(program.cycle().startsOn(), program.cycle().endsOn()),
                getTranslation("reports.scope.whole"),
                formats.dateTime(program.asOf()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.program.title");
    }
}
