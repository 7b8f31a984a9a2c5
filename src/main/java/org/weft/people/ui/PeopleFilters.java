package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Stream;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.QueryState;
import org.weft.people.Level;
import org.weft.people.PersonFilter;
import org.weft.people.PersonFilter.State;
import org.weft.people.TeamService;

/** The filters of the list of people, as fields and as query parameters. */
class PeopleFilters extends Div {

    private final FilterBar bar = new FilterBar();
    private final TextField search;
    private final TeamPicker team;
    private final Select<Level> level = new Select<>();
    private final Select<State> state = new Select<>();
    private final Checkbox withoutEmail = new Checkbox();
    private final transient Runnable changed;
    private boolean reading;

    PeopleFilters(TeamService teams, Runnable changed) {
        this.changed = changed;
        search = bar.search(getTranslation("people.list.search"), "", text -> tell());
        team = new TeamPicker("", teams);
        team.setAriaLabel(getTranslation("base.team"));
        team.setPlaceholder(getTranslation("people.list.everyTeam"));
        team.addValueChangeListener(event -> tell());
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("people.list.everyLevel"));
        level.setItemLabelGenerator(value ->
                value == null ? getTranslation("people.list.everyLevel") : getTranslation("level." + value.name()));
        level.setAriaLabel(getTranslation("base.level"));
        level.addValueChangeListener(event -> tell());
        state.setItems(State.values());
        state.setItemLabelGenerator(value -> getTranslation("people.state." + value.name()));
        state.setAriaLabel(getTranslation("base.status"));
        state.setValue(State.ACTIVE);
        state.addValueChangeListener(event -> tell());
        withoutEmail.setLabel(getTranslation("people.list.withoutEmail"));
        withoutEmail.addValueChangeListener(event -> tell());
        bar.filters(team, level, state, withoutEmail).onClear(this::clear);
        add(bar);
    }

    PersonFilter filter() {
        return new PersonFilter(
                search.getValue(), team.getTeamId(), level.getValue(), state.getValue(), withoutEmail.getValue());
    }

    void read(QueryState query) {
        reading = true;
        search.setValue(query.get("q").orElse(""));
        var wanted = query.getLong("team");
        team.setTeamId(wanted.isPresent() ? wanted.getAsLong() : null);
        level.setValue(query.get("level", Level.class).orElse(null));
        state.setValue(query.get("state", State.class).orElse(State.ACTIVE));
        withoutEmail.setValue(query.get("email").filter("none"::equals).isPresent());
        reading = false;
    }

    QueryState write(QueryState query) {
        return query.with("q", search.getValue())
                .with("team", team.getTeamId())
                .with("level", level.getValue())
                .with("state", state.getValue() == State.ACTIVE ? null : state.getValue())
                .with("email", withoutEmail.getValue() ? "none" : null);
    }

    void count(int found) {
        var set = Stream.of(
                        team.getValue() != null,
                        level.getValue() != null,
                        state.getValue() != State.ACTIVE,
                        withoutEmail.getValue())
                .filter(Boolean::booleanValue)
                .count();
        bar.summary(getTranslation("base.people", found)).active((int) set);
    }

    void showWithoutEmail() {
        clear();
        search.clear();
        withoutEmail.setValue(true);
    }

    /** The organisation has changed. */
    void reloadTeams() {
        reading = true;
        team.reload();
        reading = false;
    }

    EmptyState nothingFound() {
        return new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("people.list.nothing.title"),
                getTranslation("people.list.nothing.text"),
                new Button(getTranslation("base.filters.clear"), event -> {
                    clear();
                    search.clear();
                }));
    }

    /** One change to whoever listens, however many fields it takes. */
    private void clear() {
        reading = true;
        team.clear();
        level.clear();
        state.setValue(State.ACTIVE);
        withoutEmail.setValue(false);
        reading = false;
        tell();
    }

    private void tell() {
        if (!reading) {
            changed.run();
        }
    }
}
