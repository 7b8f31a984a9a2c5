package org.weft.progress.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSort;

/** The progress list. On a narrow page one card a person stands for the columns. */
class ProgressGrid extends Grid<ProgressRow> {

    /** Reads a slice of the rows the page shows now. */
    interface Rows {
        List<ProgressRow> read(int offset, int limit);
    }

    private final LiveRows<ProgressRow> live;

    private final Map<ProgressColumn, Column<ProgressRow>> columns = new EnumMap<>(ProgressColumn.class);
    private final Column<ProgressRow> card;
    private final MarkedRows marked = new MarkedRows(this);
    private ProgressSort sort = ProgressSort.DEFAULT;
    private long matching;
    private @Nullable Long openPerson;

    /** @param address where the page is, for the links of the names */
    ProgressGrid(
            Rows rows,
            LiveRows.Again<ProgressRow> again,
            Supplier<ProgressAddress> address,
            Consumer<ProgressSort> sorted) {
        live = new LiveRows<>(this, ProgressRow::id, row -> Places.of(row, sort.column()), again);
        addClassName("weft-progress-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        setPageSize(50);
        setAriaLabel(getTranslation("progress.title"));
        setSelectionModel(marked, SelectionMode.MULTI);

        var cells = new ProgressCells(this, Formats.of(this), address);
        card = addColumn(cells.card()).setHeader(getTranslation("progress.people"));
        card.setVisible(false);
        for (var column : ProgressColumn.values()) {
            columns.put(column, add(column, cells));
        }
        setPartNameGenerator(row -> Objects.equals(row.personId(), openPerson) ? "open" : null);
        setDataProvider(new CallbackDataProvider<>(
                query -> live.load(rows.read(query.getOffset(), query.getLimit())).stream(),
                query -> (int) Math.min(Integer.MAX_VALUE, matching),
                ProgressRow::id));
        addSortListener(event -> {
            if (event.isFromClient()) {
                sorted.accept(sortOf(event.getSortOrder()));
            }
        });
    }

    private Column<ProgressRow> add(ProgressColumn column, ProgressCells cells) {
        var added = addColumn(cells.of(column))
                .setKey(column.property())
                .setHeader(getTranslation("progress.column." + column.name()))
                .setSortProperty(column.property())
                .setResizable(true)
                .setFrozen(column == ProgressColumn.NAME)
                .setRowHeader(column == ProgressColumn.NAME)
                .setFlexGrow(column == ProgressColumn.NAME ? 3 : 1)
                .setWidth(
                        switch (column) {
                            case NAME -> "136px";
                            case HEALTH -> "115px";
                            case NEXT_DUE -> "111px";
                            case TEAM -> "89px";
                            case COHORT -> "84px";
                            case LEVEL -> "70px";
                            case LAST_REMINDER -> "67px";
                            case EXTERNAL, CONVERSATIONS -> "66px";
                            case LAST_ACTIVITY, PROGRESS -> "62px";
                            case DONE -> "54px";
                        });
        if (column == ProgressColumn.DONE
                || column == ProgressColumn.CONVERSATIONS
                || column == ProgressColumn.EXTERNAL) {
            added.setTextAlign(ColumnTextAlign.END);
        }
        return added;
    }

    private static ProgressSort sortOf(List<GridSortOrder<ProgressRow>> order) {
        return order.stream()
                .findFirst()
                .flatMap(one -> ProgressColumn.of(one.getSorted().getKey())
                        .map(column -> new ProgressSort(column, one.getDirection() == SortDirection.ASCENDING)))
                .orElse(ProgressSort.DEFAULT);
    }

    /** Shows the rows anew: so many, in this order. */
    void show(ProgressSort nowSort, long nowMatching) {
        sort = nowSort;
        matching = nowMatching;
        live.clear();
        var column = getColumnByKey(sort.column().property());
        sort(
                sort.ascending()
                        ? GridSortOrder.asc(column).build()
                        : GridSortOrder.desc(column).build());
        getDataProvider().refreshAll();
    }

    /** Marks the row of who is opened beside the list. */
    void open(@Nullable Long personId) {
        var before = openPerson;
        if (!Objects.equals(before, personId)) {
            openPerson = personId;
            live.redraw(row -> Objects.equals(row.personId(), before) || Objects.equals(row.personId(), personId));
        }
    }

    LiveRows<ProgressRow> live() {
        return live;
    }

    MarkedRows marked() {
        return marked;
    }

    void narrow(boolean narrow) {
        setClassName("weft-narrow", narrow);
        card.setVisible(narrow);
        columns.values().forEach(column -> column.setVisible(!narrow));
    }
}
