package org.weft.programs.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.programs.MemberRow;

/** The members of a cohort, a page at a time. */
class MemberGrid extends Grid<MemberRow> {

    private long cycleId;

    MemberGrid() {
        addClassName("weft-programs-members");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        var formats = Formats.of(this);
        addColumn(Cells.person(MemberRow::name, this::about, row -> Onward.person(row.personId(), cycleId)))
                .setKey("name")
                .setSortProperty("name")
                .setHeader(getTranslation("base.name"))
                .setFlexGrow(3)
                .setWidth("10rem");
        var jobTitle = addColumn(LitRenderer.<MemberRow>of("<span title=${item.jobTitle}>${item.jobTitle}</span>")
                        .withProperty("jobTitle", row -> row.jobTitle() == null ? Formats.NOTHING : row.jobTitle()))
                .setKey("jobTitle")
                .setSortProperty("jobTitle")
                .setHeader(getTranslation("programs.members.jobTitle"))
                .setFlexGrow(2)
                .setWidth("9rem");
        addColumn(Cells.progress(
                        row -> row.objectives() == 0 ? 0.0 : (double) row.completed() / row.objectives(),
                        row -> row.objectives() == 0
                                ? getTranslation("base.none")
                                : formats.of(row.completed(), row.objectives())))
                .setKey("objectives")
                .setSortProperty("objectives")
                .setHeader(getTranslation("programs.members.objectives"))
                .setFlexGrow(1)
                .setWidth("9rem");
        var added = addColumn(Cells.moment(MemberRow::addedAt, formats))
                .setKey("added")
                .setSortProperty("added")
                .setHeader(getTranslation("programs.members.addedAt"))
                .setFlexGrow(0)
                .setWidth("9rem");
        Narrow.columns(this, List.of(jobTitle, added), List.of());
        setMultiSort(false);
        setEmptyStateComponent(new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("programs.members.nobody.title"),
                getTranslation("programs.members.nobody.text")));
    }

    /** Shows the members of a cohort in a cycle. */
    void show(Function<Pageable, List<MemberRow>> fetch, IntSupplier count, long ofCycle) {
        cycleId = ofCycle;
        setItemsPageable(fetch::apply, page -> count.getAsInt());
    }

    /** @param changed called whenever other rows are marked */
    void selectable(boolean yes, Runnable changed) {
        setSelectionMode(yes ? SelectionMode.MULTI : SelectionMode.NONE);
        if (yes) {
            addSelectionListener(event -> changed.run());
        }
    }

    List<Long> selectedIds() {
        return getSelectedItems().stream().map(MemberRow::id).toList();
    }

    private String about(MemberRow row) {
        var gone = row.active() ? null : getTranslation("programs.members.inactive");
        return Stream.of(row.teamName(), getTranslation("level." + row.level().name()), gone)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
