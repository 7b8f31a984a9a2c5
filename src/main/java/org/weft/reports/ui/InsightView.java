package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.weft.reports.Definition;
import org.weft.reports.Group;
import org.weft.reports.Insight;
import org.weft.reports.InsightService;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;
import org.weft.reports.TrendPoint;
import org.weft.workbook.ui.WorkbookDownload;

/** How far a cycle is, for those who steer by figures: by department and by level, with the workbook to keep. */
@Route(ReportsNavigation.INSIGHT)
@Menu(order = 210, icon = "vaadin:chart", title = "reports.insight.title")
@RolesAllowed({Role.Names.EXECUTIVE, Role.Names.HR})
@StyleSheet("styles/reports.css")
class InsightView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DEPARTMENT = "department";

    private final transient InsightService insights;
    private final transient Scope scope;
    private final boolean hr;
    private final ViewHeader header;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final ComboBox<Group> department = new ComboBox<>();
    private final WorkbookDownload download;
    private final Board board = new Board(this::content);
    private QueryState query = QueryState.of(new Location(ReportsNavigation.INSIGHT));

    InsightView(InsightService insights, ReportService reports, CycleService cycles, CurrentUser currentUser) {
        this.insights = insights;
        this.scope = currentUser.figuresScope();
        this.hr = currentUser.has(Role.HR);
        addClassName("weft-view");

        header = new ViewHeader(getTranslation("reports.insight.title"));
        picker = new CyclePicker(cycles, scope);
        picker.onChosen(cycle -> {
            query = picker.into(query).with(DEPARTMENT, List.of());
            show();
        });
        department.setLabel(getTranslation("reports.department"));
        department.setPlaceholder(getTranslation("reports.department.all"));
        department.setClearButtonVisible(true);
        department.setItemLabelGenerator(this::words);
        department.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                focus(event.getValue());
            }
        });
        download = download(reports);
        header.primary(download);
        filters.filters(picker, department).onClear(() -> focus(null));
        add(header, filters, board);
    }

    private WorkbookDownload download(ReportService reports) {
        var formats = Formats.of(UI.getCurrent());
        var button = new WorkbookDownload(
                getTranslation("reports.insight.download"),
                progress -> reports.create(new ReportRequest(
                        hr ? ReportKind.FACTS : ReportKind.EXECUTIVE,
                        picker.cycleId().orElseThrow(),
                        formats.locale(),
                        formats.zone())));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        picker.show(query);
        show();
    }

    private void focus(@Nullable Group group) {
        query = query.with(DEPARTMENT, group == null ? null : group.teamId());
        show();
    }

    private void show() {
        getUI().ifPresent(query::apply);
        board.show();
    }

    private List<Component> content() {
        var cycle = picker.cycleId();
        filters.setVisible(cycle.isPresent());
        department.setVisible(false);
        download.setVisible(false);
        if (cycle.isEmpty()) {
            return List.of(empty("reports.insight.noCycle.title", getTranslation("reports.insight.noCycle.text")));
        }
        return insights.read(scope, cycle.get())
                .map(insight -> content(insight, insights.trend(scope, cycle.get())))
                .orElseGet(() -> List.of(board.preparing()));
    }

    private List<Component> content(Insight insight, List<TrendPoint> trend) {
        header.context(context(insight));
        if (insight.withheld()) {
            return List.of(new EmptyState(
                    VaadinIcon.EYE_SLASH,
                    getTranslation("reports.withheld.title"),
                    getTranslation("reports.withheld.text", Insight.LEAST_PEOPLE)));
        }
        if (insight.isEmpty()) {
            return List.of(empty(
                    "reports.insight.empty.title",
                    getTranslation("reports.insight.empty.text", insight.cycle().label())));
        }
        download.setVisible(true);
        var focus = offerDepartments(insight);
        var charts = new InsightCharts(insight, hr, this::focus);
        return List.of(
                focus == null ? new InsightTiles(insight) : new InsightTiles(focus),
                focus == null ? charts.whole(trend) : charts.focused(focus),
                new MethodNote(Definition.ofTheQuarter()));
    }

    /** Offers the departments that may be shown for themselves, and finds the one the address names. */
    private @Nullable Group offerDepartments(Insight insight) {
        var offered = insight.departments().groups().stream()
                .filter(group -> group.teamId() != null)
                .toList();
        var wanted = query.getLong(DEPARTMENT);
        var focus = offered.stream()
                .filter(group -> wanted.isPresent() && Objects.equals(group.teamId(), wanted.getAsLong()))
                .findFirst()
                .orElse(null);
        department.setVisible(!offered.isEmpty());
        department.setItems(offered);
        department.setValue(focus);
        filters.active(focus == null ? 0 : 1);
        return focus;
    }

    private String words(Group group) {
        return getTranslation(group.name().key(), group.name().args().toArray());
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
