package org.weft.programs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.select.Select;
import java.util.Set;
import java.util.stream.Collectors;
import org.weft.base.ui.Errors;
import org.weft.base.ui.FilterBar;
import org.weft.people.Level;
import org.weft.people.ui.TeamPicker;
import org.weft.programs.AudienceRule;
import org.weft.programs.CandidateFilter;
import org.weft.programs.CandidateRow;
import org.weft.programs.CandidateRow.Standing;

/** Finds people and adds those marked, or all found. Who is in a cohort of the cycle already is shown, not offered. */
class AddPeopleDialog extends Dialog {

    /** What the dialog asks of whoever opens it. */
    interface Adding {

        void add(Set<Long> personIds);

        void addAll(CandidateFilter filter);
    }

    private final transient CandidateSource source;
    private final transient Adding adding;
    private final CandidateGrid grid;
    private final Button addMarked = new Button();
    private final Button addAll = new Button();
    private final FilterBar filters = new FilterBar();
    private final TeamPicker team;
    private final Select<Level> level = new Select<>();
    private transient CandidateFilter filter;

    AddPeopleDialog(
            String title, CandidateFilter start, CandidateSource source, DirectoryPickers pickers, Adding adding) {
        this.source = source;
        this.adding = adding;
        filter = start;
        addClassNames("weft-programs-dialog", "weft-programs-add-people");
        setHeaderTitle(title);
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        grid = new CandidateGrid(source, start);
        markable();
        filters.search(getTranslation("programs.candidate.search"), "", text -> show(filter.withSearch(text)));
        team = pickers.team("");
        team.setPlaceholder(getTranslation("base.team"));
        team.setAriaLabel(getTranslation("base.team"));
        team.addValueChangeListener(event -> narrow());
        level.setAriaLabel(getTranslation("base.level"));
        level.setPlaceholder(getTranslation("base.level"));
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(getTranslation("programs.level.all"));
        level.setItemLabelGenerator(
                value -> getTranslation(value == null ? "programs.level.all" : "level." + value.name()));
        level.addValueChangeListener(event -> narrow());
        filters.filters(team, level);
        filters.onClear(() -> {
            team.clear();
            level.clear();
        });
        add(filters, grid);
        addMarked.addThemeVariants(ButtonVariant.PRIMARY);
        addMarked.setDisableOnClick(true);
        addMarked.addClickListener(click -> done(() -> adding.add(marked())));
        addAll.setDisableOnClick(true);
        addAll.addClickListener(click -> done(() -> adding.addAll(filter)));
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), addAll, addMarked);
        count();
        label();
    }

    private void markable() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItemSelectableProvider(row -> row.standing() == Standing.JOINS);
        ((GridMultiSelectionModel<CandidateRow>) grid.getSelectionModel())
                .setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        grid.addSelectionListener(event -> label());
        grid.addItemClickListener(event -> {
            var row = event.getItem();
            if (row.standing() == Standing.JOINS && !grid.getSelectedItems().contains(row)) {
                grid.select(row);
            } else {
                grid.deselect(row);
            }
        });
    }

    private void narrow() {
        var node = team.getValue();
        show(filter.withRule(new AudienceRule(node == null ? null : node.id(), level.getValue(), null, null, null)));
        filters.active((node == null ? 0 : 1) + (level.getValue() == null ? 0 : 1));
    }

    /** What is marked stays marked, whatever is searched for next. */
    private void show(CandidateFilter changed) {
        filter = changed;
        grid.show(changed);
        count();
    }

    private void count() {
        Errors.run(() -> {
            var joins = source.preview(filter).joins();
            addAll.setText(getTranslation("programs.candidate.addAll", joins));
            addAll.setVisible(joins > 0);
        });
    }

    private void label() {
        var count = grid.getSelectedItems().size();
        addMarked.setText(getTranslation("programs.candidate.add", count));
        addMarked.setEnabled(count > 0);
    }

    private Set<Long> marked() {
        return grid.getSelectedItems().stream().map(CandidateRow::personId).collect(Collectors.toSet());
    }

    private void done(Runnable add) {
        if (Errors.run(add)) {
            close();
        } else {
            addAll.setEnabled(true);
            label();
        }
    }
}
