package org.weft.progress.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.weft.base.ui.CompactRenderer;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressSort;

/**
 * The columns of a list of people: shown, ordered and as wide as its layout says; what people drag is reported. On a
 * narrow page one card stands for them all.
 */
class GridColumns<T> {

    /** What people do to the columns themselves. */
    interface Changes {
        void sort(ProgressSort sort);

        void layout(GridLayout layout);
    }

    private final Grid<T> grid;
    private final Map<ProgressColumn, Grid.Column<T>> columns = new EnumMap<>(ProgressColumn.class);
    private final Grid.Column<T> card;
    private GridLayout layout = GridLayout.DEFAULT;
    private boolean narrow;

    GridColumns(Grid<T> grid, LitRenderer<T> card, Function<ProgressColumn, LitRenderer<T>> cells, Changes changes) {
        this.grid = grid;
        this.card = grid.addColumn(new CompactRenderer<>(card)).setHeader(grid.getTranslation("progress.people"));
        this.card.setVisible(false);
        for (var column : ProgressColumn.values()) {
            columns.put(column, add(column, cells.apply(column)));
        }
        grid.setColumnReorderingAllowed(true);
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                changes.sort(sortOf(event.getSortOrder()));
            }
        });
        grid.addColumnReorderListener(event -> {
            if (event.isFromClient()) {
                changes.layout(layout.order(event.getColumns().stream()
                        .flatMap(column -> of(column).stream())
                        .toList()));
            }
        });
        grid.addColumnResizeListener(event -> {
            var column = event.getResizedColumn();
            var width = column == null ? "" : Objects.requireNonNullElse(column.getWidth(), "");
            if (event.isFromClient() && width.matches("\\d+(\\.\\d+)?px")) {
                var pixels = (int) Math.round(Double.parseDouble(width.replace("px", "")));
                of(column).ifPresent(one -> changes.layout(layout.width(one, pixels)));
            }
        });
    }

    private Grid.Column<T> add(ProgressColumn column, LitRenderer<T> cell) {
        var added = grid.addColumn(new CompactRenderer<>(cell))
                .setKey(column.property())
                .setHeader(grid.getTranslation("progress.column." + column.name()))
                .setSortProperty(column.property())
                .setResizable(true)
                .setFrozen(column == ProgressColumn.NAME)
                .setRowHeader(column == ProgressColumn.NAME);
        if (column == ProgressColumn.DONE
                || column == ProgressColumn.CONVERSATIONS
                || column == ProgressColumn.EXTERNAL) {
            added.setTextAlign(ColumnTextAlign.END);
        }
        width(column, added);
        return added;
    }

    private void width(ProgressColumn column, Grid.Column<T> shown) {
        var width = layout.width(column);
        shown.setWidth(width == null ? fitting(column) : width + "px");
        shown.setFlexGrow(width != null ? 0 : column == ProgressColumn.NAME ? 3 : 1);
    }

    private static String fitting(ProgressColumn column) {
        return switch (column) {
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
        };
    }

    private Optional<ProgressColumn> of(Grid.Column<?> column) {
        return Optional.ofNullable(column.getKey()).flatMap(ProgressColumn::of);
    }

    private ProgressSort sortOf(List<GridSortOrder<T>> order) {
        return order.stream()
                .findFirst()
                .flatMap(one -> of(one.getSorted())
                        .map(column -> new ProgressSort(column, one.getDirection() == SortDirection.ASCENDING)))
                .orElse(ProgressSort.DEFAULT);
    }

    void show(GridLayout now, ProgressSort sort) {
        if (!now.columns().equals(layout.columns())) {
            layout = now;
            arrange();
        }
        var column = grid.getColumnByKey(sort.column().property());
        grid.sort(
                sort.ascending()
                        ? GridSortOrder.asc(column).build()
                        : GridSortOrder.desc(column).build());
    }

    private void arrange() {
        var order = new ArrayList<Grid.Column<T>>(List.of(card));
        layout.order().forEach(column -> order.add(column(column)));
        var left = EnumSet.allOf(ProgressColumn.class);
        left.removeAll(layout.order());
        left.forEach(column -> order.add(column(column)));
        grid.setColumnOrder(order);
        columns.forEach(this::width);
        narrow(narrow);
    }

    private Grid.Column<T> column(ProgressColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }

    void narrow(boolean now) {
        narrow = now;
        grid.setClassName("weft-narrow", now);
        var more = show(card, now);
        for (var column : columns.entrySet()) {
            more |= show(column.getValue(), !now && layout.shows(column.getKey()));
        }
        if (more) {
            SortArrows.show(grid);
            grid.getDataCommunicator().reset();
        }
    }

    /** @return whether the column shows now and did not before: its cells were not sent */
    private static boolean show(Grid.Column<?> column, boolean now) {
        var before = column.isVisible();
        column.setVisible(now);
        return now && !before;
    }
}
