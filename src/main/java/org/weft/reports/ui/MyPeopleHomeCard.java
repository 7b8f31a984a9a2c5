package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.weft.access.Role;
import org.weft.base.ui.CountWords;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Tile;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.reports.MyPeopleService;

/** The first thing on the home page of who leads people: whom to have a word with this week. */
@org.springframework.stereotype.Component
@Order(5)
class MyPeopleHomeCard implements HomeCard {

    private final CycleService cycles;
    private final MyPeopleService people;

    MyPeopleHomeCard(CycleService cycles, MyPeopleService people) {
        this.cycles = cycles;
        this.people = people;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.Names.MANAGER);
    }

    @Override
    public Optional<Component> create() {
        var scope = people.scope();
        return CycleOption.choose(cycles.options(scope), null).map(cycle -> {
            var ui = UI.getCurrentOrThrow();
            var states = people.states(scope, cycle.id());
            var tile = new Tile(VaadinIcon.GROUP, ui.getTranslation("reports.people.title"))
                    .text(ui.getTranslation(
                            "reports.people.home", cycle.label(), CountWords.of(Formats.of(ui), states.total())))
                    .content(new PeopleTiles(cycle.id(), states))
                    .link(ReportsNavigation.myPeople(), ui.getTranslation("reports.people.open"));
            tile.addClassName("weft-reports-home");
            return tile;
        });
    }
}
