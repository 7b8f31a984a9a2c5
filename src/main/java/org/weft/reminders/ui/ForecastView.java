package org.weft.reminders.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.Text;
import org.weft.base.ui.Cells;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.reminders.policy.Forecast;
import org.weft.reminders.policy.ForecastRow;
import org.weft.reminders.policy.ForecastService;
import org.weft.reminders.policy.PolicyRow;
import org.weft.reminders.policy.PolicyService;

/** What a policy comes to on a day: who gets it and why, and who does not and why not. */
@Route(PoliciesNavigation.FORECAST)
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/reminders.css")
class ForecastView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    /** Up to so many rows stand without a scroll bar of their own. */
    private static final int FEW = 10;

    private final transient ForecastService forecasts;
    private final transient PolicyService policies;
    private final transient CurrentUser currentUser;
    private final transient Clock clock;
    private final Select<PolicyRow> policy = new Select<>();
    private final DayField day = new DayField();
    private final Div result = new Div();
    private QueryState query = QueryState.of(new Location(PoliciesNavigation.FORECAST));

    ForecastView(ForecastService forecasts, PolicyService policies, CurrentUser currentUser, Clock clock) {
        this.forecasts = forecasts;
        this.policies = policies;
        this.currentUser = currentUser;
        this.clock = clock;
        addClassName("weft-view");
        policy.setAriaLabel(getTranslation("reminders.forecast.policy"));
        policy.setItemLabelGenerator(row -> words(row.title()));
        policy.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go();
            }
        });
        day.setAriaLabel(getTranslation("reminders.forecast.day"));
        day.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go();
            }
        });
        policy.addClassName("weft-forecast-policy");
        result.addClassName("weft-forecast");
        result.getElement().setAttribute("role", "status");
        add(
                new ViewHeader(getTranslation("reminders.forecast.title"))
                        .before(PoliciesNavigation.backToPolicies())
                        .context(getTranslation("reminders.forecast.context")),
                new FilterBar().filters(policy, day),
                result);
    }

    private void go() {
        PoliciesNavigation.forecast(policy.getValue().id(), day.getValue()).apply(getUI().orElseThrow());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = QueryState.of(event.getLocation());
        var rows = policies.list();
        var id = query.getLong(PoliciesNavigation.POLICY);
        var today = LocalDate.ofInstant(clock.instant(), currentUser.get().zone());
        day.setMin(today);
        day.setValue(query.getDate(PoliciesNavigation.DAY)
                .filter(date -> !date.isBefore(today))
                .orElseGet(() -> nextWorkingDay(today)));
        policy.setItems(rows);
        policy.setValue(rows.stream()
                .filter(row -> id.isPresent() && row.id() == id.getAsLong())
                .findFirst()
                .orElse(rows.getFirst()));
        fill();
    }

    private static LocalDate nextWorkingDay(LocalDate today) {
        var next = today.plusDays(1);
        while (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void fill() {
        var forecast = forecasts.forecast(currentUser.scope(), policy.getValue().id(), day.getValue());
        result.removeAll();
        if (!forecast.runs()) {
            result.add(new EmptyState(
                    VaadinIcon.CALENDAR_CLOCK,
                    getTranslation("reminders.forecast.resting.title"),
                    getTranslation(
                            "reminders.forecast.resting.text",
                            new PolicyTimes(this).weekdays(policy.getValue().terms()))));
            return;
        }
        if (forecast.goingOut() + forecast.leftOut() == 0) {
            result.add(new EmptyState(
                    VaadinIcon.CALENDAR_CLOCK,
                    getTranslation("reminders.forecast.nobody.title"),
                    getTranslation("reminders.forecast.nobody.text")));
            return;
        }
        result.add(new H2(getTranslation("reminders.forecast.out", forecast.goingOut())));
        if (forecast.goingOut() > 0) {
            result.add(grid(forecast, true, forecast.goingOut()));
        }
        if (forecast.leftOut() > 0) {
            result.add(
                    new H2(getTranslation("reminders.forecast.left", forecast.leftOut())),
                    grid(forecast, false, forecast.leftOut()));
        }
    }

    private Grid<ForecastRow> grid(Forecast forecast, boolean goingOut, int size) {
        var grid = new Grid<ForecastRow>();
        grid.addClassName("weft-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setPageSize(PAGE);
        grid.setAllRowsVisible(size <= FEW);
        grid.addColumn(Cells.twoLines(
                        row -> row.recipient() == null ? Formats.NOTHING : row.recipient(),
                        row -> row.toLead() ? getTranslation("reminders.forecast.about", row.about()) : ""))
                .setHeader(getTranslation("reminders.forecast.who"));
        grid.addColumn(Cells.twoLines(
                        row -> words(row.why()),
                        row -> row.reason() == null
                                ? ""
                                : getTranslation(
                                        "reminders.heldback." + row.reason().name())))
                .setHeader(getTranslation("reminders.forecast.why"))
                .setFlexGrow(2);
        var formats = Formats.of(this);
        var when = grid.addColumn(row -> formats.dateTime(row.slot()))
                .setHeader(getTranslation("reminders.forecast.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        // The day stands above; on a phone there is no room for the hour.
        Narrow.watch(grid, narrow -> when.setVisible(!narrow));
        grid.setDataProvider(new CallbackDataProvider<>(
                query ->
                        forecasts
                                .page(currentUser.scope(), forecast, goingOut, query.getOffset(), query.getLimit())
                                .stream(),
                query -> size));
        return grid;
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.forecast.title");
    }
}
