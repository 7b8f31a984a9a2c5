package org.weft.reminders.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.Text;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.reminders.policy.Forecast;
import org.weft.reminders.policy.ForecastService;
import org.weft.reminders.policy.PolicyRow;
import org.weft.reminders.policy.PolicyService;
import org.weft.reminders.policy.ReminderDay;
import org.weft.reminders.policy.ReminderHistory;
import org.weft.reminders.policy.ReminderState;

/**
 * What a policy comes to on a day, and what it came to: who gets it and why, and who does not and why not. A day ahead is a
 * forecast, a day that is over what is on record. Today is on record as soon as something was planned anywhere, and a
 * forecast until then.
 */
@Route(PoliciesNavigation.FORECAST)
@RolesAllowed(Role.Names.HR)
@StyleSheet("styles/reminders.css")
class ForecastView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Set<ReminderState> SENT = Set.of(ReminderState.SENT);
    private static final Set<ReminderState> WAITING = Set.of(ReminderState.PLANNED);
    private static final Set<ReminderState> LEFT_OUT =
            Set.of(ReminderState.HELD_BACK, ReminderState.MISSED, ReminderState.UNDELIVERED);

    private final transient ForecastService forecasts;
    private final transient ReminderHistory history;
    private final transient PolicyService policies;
    private final transient CurrentUser currentUser;
    private final transient Clock clock;
    private final Select<PolicyRow> policy = new Select<>();
    private final DayField day = new DayField();
    private final Div result = new Div();
    private QueryState query = QueryState.of(new Location(PoliciesNavigation.FORECAST));

    ForecastView(
            ForecastService forecasts,
            ReminderHistory history,
            PolicyService policies,
            CurrentUser currentUser,
            Clock clock) {
        this.forecasts = forecasts;
        this.history = history;
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
        day.setValue(query.getDate(PoliciesNavigation.DAY).orElseGet(() -> nextWorkingDay(today())));
        policy.setItems(rows);
        policy.setValue(rows.stream()
                .filter(row -> id.isPresent() && row.id() == id.getAsLong())
                .findFirst()
                .orElse(rows.getFirst()));
        fill();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), currentUser.get().zone());
    }

    private static LocalDate nextWorkingDay(LocalDate today) {
        var next = today.plusDays(1);
        while (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void fill() {
        result.removeAll();
        var chosen = day.getValue();
        var today = today();
        if (chosen.isAfter(today)) {
            showForecast();
            return;
        }
        var record = history.day(currentUser.scope(), policy.getValue().id(), chosen);
        if (!record.isEmpty()) {
            show(record, chosen.equals(today));
        } else if (chosen.equals(today)) {
            showForecast();
        } else {
            showNothing("reminders.history.nobody.title", getTranslation("reminders.history.nobody.text"));
        }
    }

    private void showForecast() {
        var forecast = forecasts.forecast(currentUser.scope(), policy.getValue().id(), day.getValue());
        if (!forecast.runs()) {
            showNothing(
                    "reminders.forecast.resting.title",
                    getTranslation(
                            "reminders.forecast.resting.text",
                            new PolicyTimes(this).weekdays(policy.getValue().terms())));
            return;
        }
        if (forecast.goingOut() + forecast.leftOut() == 0) {
            showNothing("reminders.forecast.nobody.title", getTranslation("reminders.forecast.nobody.text"));
            return;
        }
        part("reminders.forecast.out", forecast.goingOut(), page(forecast, true));
        if (forecast.leftOut() > 0) {
            part("reminders.forecast.left", forecast.leftOut(), page(forecast, false));
        }
    }

    private ForecastGrid.Page page(Forecast forecast, boolean goingOut) {
        return (offset, limit) -> forecasts.page(currentUser.scope(), forecast, goingOut, offset, limit);
    }

    private void show(ReminderDay record, boolean today) {
        if (today) {
            result.add(new Paragraph(getTranslation("reminders.history.today")));
        }
        part("reminders.history.sent", record.count(SENT), page(record, SENT));
        if (record.count(WAITING) > 0) {
            part("reminders.history.waiting", record.count(WAITING), page(record, WAITING));
        }
        if (record.count(LEFT_OUT) > 0) {
            part("reminders.history.left", record.count(LEFT_OUT), page(record, LEFT_OUT));
        }
    }

    private ForecastGrid.Page page(ReminderDay record, Set<ReminderState> states) {
        return (offset, limit) -> history.page(currentUser.scope(), record, states, offset, limit);
    }

    private void showNothing(String titleKey, String text) {
        result.add(new EmptyState(VaadinIcon.CALENDAR_CLOCK, getTranslation(titleKey), text));
    }

    private void part(String headingKey, int size, ForecastGrid.Page page) {
        result.add(new H2(getTranslation(headingKey, size)));
        if (size > 0) {
            result.add(new ForecastGrid(size, page));
        }
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.forecast.title");
    }
}
