package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Notifications;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.reminders.policy.HolidayDraft;
import org.weft.reminders.policy.HolidayRow;
import org.weft.reminders.policy.HolidayService;

/** The days of a year on which no reminders go out, entered by hand or from a calendar file. */
@Route(PoliciesNavigation.HOLIDAYS)
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/reminders.css")
class HolidayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String REMOVE = "remove";

    private static final String YEAR = "year";

    private final transient HolidayService holidays;
    private final transient CurrentUser currentUser;
    private final transient Clock clock;
    private final Select<Integer> year = new Select<>();
    private final FilterBar filters = new FilterBar();
    private final Grid<HolidayRow> grid = new Grid<>();

    HolidayView(HolidayService holidays, CurrentUser currentUser, Clock clock) {
        this.holidays = holidays;
        this.currentUser = currentUser;
        this.clock = clock;
        addClassName("weft-view");
        year.setAriaLabel(getTranslation("reminders.holidays.year"));
        year.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(event.getValue());
            }
        });
        fillColumns();
        add(
                new ViewHeader(getTranslation("reminders.holidays.title"))
                        .before(PoliciesNavigation.backToPolicies())
                        .context(getTranslation("reminders.holidays.context"))
                        .actions(new Button(
                                getTranslation("reminders.holidays.import"),
                                VaadinIcon.UPLOAD_ALT.create(),
                                click -> importFile()))
                        .primary(new Button(
                                getTranslation("reminders.holidays.add"), VaadinIcon.PLUS.create(), click -> addOne())),
                filters.filters(year),
                grid);
    }

    private void fillColumns() {
        var formats = Formats.of(this);
        grid.addClassName("weft-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(row -> formats.longDate(row.day()))
                .setHeader(getTranslation("reminders.forecast.day"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(HolidayRow::name).setHeader(getTranslation("base.name")).setFlexGrow(2);
        grid.addColumn(this::place).setHeader(getTranslation("reminders.location"));
        grid.addColumn(LitRenderer.<HolidayRow>of("""
                        <vaadin-button theme="small tertiary" title="${item.label}" aria-label="${item.label}" @click="${remove}"
                          ><vaadin-icon icon="vaadin:trash" slot="prefix"></vaadin-icon></vaadin-button>""")
                        .withProperty("label", row -> getTranslation("reminders.holidays.remove", row.name()))
                        .withFunction("remove", this::drop))
                .setKey(REMOVE)
                .setHeader(getTranslation("reminders.holidays.change"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.SUN_O,
                getTranslation("reminders.holidays.none.title"),
                getTranslation("reminders.holidays.none.text")));
    }

    private String place(HolidayRow row) {
        var location = row.location();
        return location == null ? getTranslation("reminders.holidays.everywhere") : location;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var now = LocalDate.ofInstant(clock.instant(), currentUser.get().zone()).getYear();
        var wanted = (int) QueryState.of(event.getLocation()).getLong(YEAR).orElse(now);
        var years = new TreeSet<>(IntStream.rangeClosed(now, now + HolidayService.YEARS_AHEAD)
                .boxed()
                .toList());
        years.add(wanted);
        year.setItems(years);
        year.setValue(wanted);
        fill();
    }

    private void go(int wanted) {
        QueryState.of(new Location(PoliciesNavigation.HOLIDAYS))
                .with(YEAR, wanted)
                .apply(getUI().orElseThrow());
    }

    private void fill() {
        var rows = holidays.list(year.getValue());
        grid.setItems(rows);
        filters.summary(getTranslation("reminders.holidays.count", rows.size()));
    }

    private void addOne() {
        new HolidayDialog(holidays.locations(), draft -> {
                    holidays.add(draft);
                    fill();
                })
                .open();
    }

    private void importFile() {
        new HolidayFileDialog(holidays.locations(), (location, file) -> {
                    var added = holidays.importCalendar(location, file);
                    fill();
                    Notifications.success(getTranslation("reminders.holidays.imported", added));
                })
                .open();
    }

    private void drop(HolidayRow row) {
        if (Errors.run(() -> holidays.remove(row.id()))) {
            Notifications.success(
                    getTranslation("reminders.holidays.removed", row.name()), getTranslation("base.undo"), () -> {
                        holidays.add(new HolidayDraft(row.location(), row.day(), row.name()));
                        fill();
                    });
        }
        fill();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.holidays.title");
    }
}
