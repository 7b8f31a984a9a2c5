package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.CountWords;
import org.weft.base.ui.Formats;
import org.weft.base.ui.HomeCard;
import org.weft.base.ui.Tile;
import org.weft.base.ui.Tone;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressState;

/** On HR's home page: how everybody stands in the current cycle, each figure a way into the list. */
@Service
@Order(20)
class TeamCard implements HomeCard {

    private final ProgressService progress;
    private final CycleService cycles;
    private final CurrentUser currentUser;

    TeamCard(ProgressService progress, CycleService cycles, CurrentUser currentUser) {
        this.progress = progress;
        this.cycles = cycles;
        this.currentUser = currentUser;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.Names.HR);
    }

    @Override
    public Optional<Component> create() {
        var scope = currentUser.scope();
        return CycleOption.choose(cycles.options(scope), null).map(cycle -> card(cycle, scope));
    }

    private Component card(CycleOption cycle, Scope scope) {
        var everybody = ProgressFilter.of(cycle.id());
        var counts = progress.count(scope, everybody);
        var ui = UI.getCurrentOrThrow();
        var formats = Formats.of(ui);
        var tile = new Tile(VaadinIcon.USERS, ui.getTranslation("progress.home.everybody"))
                .figure(
                        CountWords.of(formats, counts.total()),
                        ui.getTranslation("progress.home.people", counts.total().number(), cycle.label()));
        var states = new UnorderedList();
        states.addClassName("weft-progress-home");
        for (var state : ProgressState.values()) {
            if (counts.of(state).number() > 0) {
                var link = new Anchor(
                        ProgressNavigation.list(everybody.state(state)),
                        ui.getTranslation("progress.state." + state.name(), CountWords.of(formats, counts.of(state))));
                link.getElement().setAttribute("router-link", true);
                link.addClassName("weft-badge");
                link.getElement().setAttribute("data-tone", ProgressCells.tone(tone(state)));
                states.add(new ListItem(link));
            }
        }
        return tile.content(states).link(ProgressNavigation.list(everybody), ui.getTranslation("progress.home.open"));
    }

    private static Tone tone(ProgressState state) {
        return switch (state) {
            case OVERDUE -> Tone.RED;
            case AT_RISK -> Tone.AMBER;
            case TO_REVIEW -> Tone.BLUE;
            case NOT_STARTED -> Tone.GREY;
            case DONE -> Tone.GREEN;
        };
    }
}
