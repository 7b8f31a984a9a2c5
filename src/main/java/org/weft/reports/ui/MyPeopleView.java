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
import org.weft.base.ui.CountWords;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.base.ui.ViewHeader;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;
import org.weft.programs.ui.ProgramsNavigation;
import org.weft.reports.Definition;
import org.weft.reports.MyPeople;
import org.weft.reports.MyPeopleService;
import org.weft.reports.PeopleStates;

/** "My people this week": who needs a word now, whether enough is talked, and who has met whom. */
@Route(ReportsNavigation.MY_PEOPLE)
@Menu(order = 5, icon = "vaadin:group", title = "reports.people.title")
@RolesAllowed(Role.Names.MANAGER)
@StyleSheet("styles/reports.css")
class MyPeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MyPeopleService people;
    private final transient Scope scope;
    private final ViewHeader header;
    private final FilterBar filters = new FilterBar();
    private final CyclePicker picker;
    private final Board board = new Board(this::content);
    private QueryState query = QueryState.of(new Location(ReportsNavigation.MY_PEOPLE));

    MyPeopleView(MyPeopleService people, CycleService cycles) {
        this.people = people;
        this.scope = people.scope();
        addClassName("weft-view");
        header = new ViewHeader(getTranslation("reports.people.title"));
        picker = new CyclePicker(cycles, scope);
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
            return List.of(empty("reports.people.noCycle.title", getTranslation("reports.people.noCycle.text")));
        }
        var seen = people.read(scope, cycle.get());
        header.context(context(seen));
        if (seen.states().total().number() == 0) {
            return List.of(empty(
                    "reports.people.empty.title",
                    getTranslation("reports.people.empty.text", seen.cycle().label())));
        }
        return List.of(
                new PeopleTiles(seen.cycle().id(), seen.states()),
                new MyPeopleCharts(seen),
                new MethodNote(Definition.CONVERSATIONS)
                        .say("reports.people.overdue", "reports.definition.people.overdue")
                        .say("reports.people.silent", "reports.definition.people.silent", PeopleStates.SILENT_DAYS)
                        .say("reports.people.atRisk", "reports.definition.people.atRisk")
                        .say("reports.people.toReview", "reports.definition.people.toReview")
                        .say("reports.series.plan", "reports.definition.plan"));
    }

    private EmptyState empty(String titleKey, String text) {
        var link = new Anchor(ProgramsNavigation.programs(), getTranslation("reports.insight.plan"));
        link.getElement().setAttribute("router-link", true);
        return new EmptyState(VaadinIcon.GROUP, getTranslation(titleKey), text, link);
    }

    private String context(MyPeople seen) {
        var formats = Formats.of(UI.getCurrent());
        return getTranslation(
                "reports.insight.context",
                seen.cycle().label(),
                formats.range(seen.cycle().startsOn(), seen.cycle().endsOn()),
                getTranslation(
                        "reports.people.scope",
                        CountWords.of(formats, seen.states().total()),
                        seen.states().total().number()),
                formats.dateTime(seen.asOf()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.people.title");
    }
}
