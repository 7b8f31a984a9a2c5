package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Cells;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.FilterBar;
import org.weft.base.ui.Narrow;
import org.weft.objectives.AssignableFilter;
import org.weft.objectives.AssignablePeople;
import org.weft.objectives.AssignableRow;
import org.weft.people.Level;
import org.weft.programs.CycleOption;
import org.weft.programs.ui.ProgramsNavigation;

/** The participants of a cycle whom one may see, any number to choose, and how many others take no part in it. */
class PeopleChoice extends Div {

    /** As many as one click chooses; more are a cohort, or are marked in the progress list. */
    private static final int MOST = 1000;

    private final transient AssignablePeople assignable;
    private final transient CurrentUser currentUser;
    private final transient SerializableConsumer<Set<Long>> chosen;
    private final Grid<AssignableRow> grid = new Grid<>();
    private final Select<Level> level = new Select<>();
    private final FilterBar filters = new FilterBar();
    private final TextField search;
    private final Div outside = new Div();
    private final transient Map<Long, AssignableRow> selected = new LinkedHashMap<>();
    private transient @Nullable CycleOption cycle;

    PeopleChoice(AssignablePeople assignable, CurrentUser currentUser, SerializableConsumer<Set<Long>> chosen) {
        this.assignable = assignable;
        this.currentUser = currentUser;
        this.chosen = chosen;
        addClassName("weft-objectives-by-hand");
        search = filters.search(getTranslation("objectives.assign.search"), "", text -> refresh());
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("objectives.library.everylevel"));
        level.setItemLabelGenerator(value -> value == null
                ? getTranslation("objectives.library.everylevel")
                : getTranslation("level." + value.name()));
        level.setAriaLabel(getTranslation("base.level"));
        level.addValueChangeListener(event -> refresh());
        var all = new Button(getTranslation("objectives.assign.selectall"), event -> selectAll());
        all.addThemeVariants(ButtonVariant.TERTIARY);
        filters.filters(level, all).onClear(level::clear);
        buildGrid();
        outside.addClassName("weft-objectives-hint");
        add(filters, grid, outside);
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("weft-objectives-by-hand-grid");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addColumn(Cells.person(
                        AssignableRow::name,
                        row -> (row.teamName() == null ? "" : row.teamName() + " · ")
                                + getTranslation("level." + row.level().name())))
                .setKey("name")
                .setHeader(getTranslation("base.name"))
                .setFlexGrow(2)
                .setSortable(true);
        var cohort = grid.addColumn(AssignableRow::cohortName)
                .setKey("cohort")
                .setHeader(getTranslation("objectives.assign.cohort.column"))
                .setFlexGrow(1)
                .setSortable(true);
        var objectives = grid.addColumn(AssignableRow::objectives)
                .setKey("objectives")
                .setHeader(getTranslation("objectives.assign.objectives.column"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(0)
                .setSortable(true);
        Narrow.columns(grid, List.of(cohort, objectives), List.of());
        grid.addSelectionListener(event -> {
            if (event.isFromClient()) {
                selected.clear();
                event.getAllSelectedItems().forEach(row -> selected.put(row.personId(), row));
                tell();
            }
        });
    }

    void show(CycleOption cycle, Set<Long> people) {
        var other = this.cycle == null || this.cycle.id() != cycle.id();
        this.cycle = cycle;
        if (other) {
            selected.clear();
            grid.setItemsPageable(
                            page -> assignable.list(currentUser.scope(), filter(cycle), page),
                            page -> assignable.count(currentUser.scope(), filter(cycle)))
                    .setIdentifierProvider(AssignableRow::personId);
            grid.setEmptyStateComponent(new EmptyState(
                    com.vaadin.flow.component.icon.VaadinIcon.USERS,
                    getTranslation("objectives.assign.nobody.title"),
                    getTranslation("objectives.assign.nobody.text")));
        }
        if (people.isEmpty()) {
            selected.clear();
            grid.deselectAll();
        }
        showOutside(cycle);
        refresh();
    }

    private void showOutside(CycleOption cycle) {
        var count = assignable.outside(currentUser.scope(), cycle.id());
        outside.removeAll();
        outside.setVisible(count > 0);
        if (currentUser.has(Role.HR)) {
            outside.add(
                    new Span(getTranslation("objectives.assign.outside.hr", count)),
                    new Anchor(
                            ProgramsNavigation.cycle(cycle.programId(), cycle.id()),
                            getTranslation("objectives.assign.outside.add")));
        } else {
            outside.add(new Paragraph(getTranslation("objectives.assign.outside.manager", count)));
        }
    }

    private AssignableFilter filter(CycleOption cycle) {
        return new AssignableFilter(cycle.id(), level.getValue(), search.getValue());
    }

    private void refresh() {
        if (cycle != null) {
            grid.getDataProvider().refreshAll();
            filters.active(level.getValue() == null ? 0 : 1);
            summary(cycle);
        }
    }

    private void summary(CycleOption cycle) {
        filters.summary(getTranslation(
                "objectives.assign.selected", selected.size(), assignable.count(currentUser.scope(), filter(cycle))));
    }

    /** Everybody the filter leaves joins those chosen before. */
    private void selectAll() {
        if (cycle == null) {
            return;
        }
        var found = assignable.list(currentUser.scope(), filter(cycle), PageRequest.of(0, MOST));
        found.forEach(row -> selected.put(row.personId(), row));
        grid.asMultiSelect().setValue(Set.copyOf(selected.values()));
        tell();
    }

    private void tell() {
        chosen.accept(new LinkedHashSet<>(selected.keySet()));
        if (cycle != null) {
            summary(cycle);
        }
    }
}
