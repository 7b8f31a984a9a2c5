package org.weft.objectives.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Narrow;
import org.weft.objectives.TemplateDetails;
import org.weft.objectives.TemplateRow;

/** The templates, one per row. Where there is little room the title's small line tells the rest. */
class TemplateGrid extends Grid<TemplateRow> {

    private final transient List<Column<TemplateRow>> onlyWithRoom;
    private boolean detailOpen;
    private boolean narrow;

    TemplateGrid(Function<Pageable, List<TemplateRow>> rows, ToIntFunction<Pageable> count) {
        addClassName("weft-objectives-library-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.SINGLE);
        addColumn(TemplateRow::code)
                .setKey("code")
                .setHeader(getTranslation("objectives.code"))
                .setWidth("6rem")
                .setFlexGrow(0)
                .setSortable(true);
        addColumn(Cells.twoLines(TemplateRow::title, this::subLine))
                .setKey("title")
                .setHeader(getTranslation("objectives.objective"))
                .setFlexGrow(1)
                .setSortable(true);
        var type = addColumn(row -> getTranslation("objectivetype." + row.type().name()))
                .setKey("type")
                .setHeader(getTranslation("objectives.type"))
                .setWidth("12rem")
                .setFlexGrow(0)
                .setSortable(true);
        var target = addColumn(row -> row.target() + " " + row.unit())
                .setKey("target")
                .setHeader(getTranslation("objectives.target"))
                .setWidth("11rem")
                .setFlexGrow(0)
                .setSortable(true);
        var due = addColumn(row -> row.dueDays() == null ? Formats.NOTHING : row.dueDays())
                .setKey("dueDays")
                .setHeader(getTranslation("objectives.duedays.short"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(0)
                .setSortable(true);
        onlyWithRoom = List.of(type, target, due);
        setItemsPageable(rows::apply, count::applyAsInt).setIdentifierProvider(TemplateRow::id);
        Narrow.watch(this, now -> {
            narrow = now;
            arrange();
        });
    }

    /** Marks the row of what is open, wherever in the list it is: rows are known by their id. */
    void mark(TemplateDetails template) {
        var draft = template.draft();
        select(new TemplateRow(
                template.id(),
                draft.code(),
                draft.title(),
                draft.type(),
                draft.planKind(),
                draft.levels(),
                draft.target(),
                draft.unit(),
                draft.measure(),
                draft.dueDays(),
                draft.evidence(),
                template.retired()));
    }

    /** Beside an open detail only code and title have room. */
    void detailOpen(boolean open) {
        detailOpen = open;
        arrange();
    }

    private void arrange() {
        onlyWithRoom.forEach(column -> column.setVisible(!narrow && !detailOpen));
        getDataProvider().refreshAll();
    }

    private String subLine(TemplateRow row) {
        var levels = row.levels().stream()
                .map(level -> getTranslation("level." + level.name()))
                .collect(Collectors.joining(", "));
        return narrow || detailOpen
                ? levels + " · " + getTranslation("objectivetype." + row.type().name()) + " · " + row.target() + " "
                        + row.unit()
                : levels + " · "
                        + getTranslation(
                                "objectives.card.plan",
                                getTranslation("plankind." + row.planKind().name()));
    }
}
