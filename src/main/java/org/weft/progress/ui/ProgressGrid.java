package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;
import org.weft.base.ui.Formats;
import org.weft.base.ui.MarkedRows;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSort;

/** The progress list. On a narrow page one card a person stands for the columns. */
class ProgressGrid extends Grid<ProgressRow> {

    private final Scrolled<ProgressRow> scrolled;
    private final LiveRows<ProgressRow> live;
    private final GridColumns<ProgressRow> columns;
    private final MarkedRows<ProgressRow> marked = new MarkedRows<>(this, ProgressRow::id);
    private ProgressSort sort = ProgressSort.DEFAULT;
    private Count matching = Count.exactly(0);
    private @Nullable Long openPerson;

    /** @param address where the page is, for the links of the names */
    ProgressGrid(
            Scrolled.Rows<ProgressRow> rows,
            LiveRows.Again<ProgressRow> again,
            Supplier<ProgressAddress> address,
            GridColumns.Changes changes) {
        scrolled = new Scrolled<>(rows);
        live = new LiveRows<>(this, ProgressRow::id, row -> Places.of(row, sort.column()), again);
        addClassName("weft-progress-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        setPageSize(50);
        setAriaLabel(getTranslation("progress.title"));
        setSelectionModel(marked, SelectionMode.MULTI);

        var cells = new PersonCells(this, Formats.of(this), address);
        columns = new GridColumns<>(this, cells.card(), cells::of, changes);
        setPartNameGenerator(row -> Objects.equals(row.personId(), openPerson) ? "open" : null);
        setDataProvider(new CallbackDataProvider<>(
                query -> live.load(scrolled.read(query.getOffset(), query.getLimit())).stream(),
                query -> (int) Math.min(Integer.MAX_VALUE, matching.number()),
                ProgressRow::id));
    }

    /** Shows the rows anew: so many, in this order. */
    void show(GridLayout layout, ProgressSort nowSort, Count nowMatching) {
        sort = nowSort;
        matching = nowMatching;
        live.clear();
        scrolled.clear();
        columns.show(layout, sort);
        GridSize.show(this, matching);
        getDataProvider().refreshAll();
    }

    /** Shows the same rows in other columns. */
    void show(GridLayout layout) {
        columns.show(layout, sort);
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

    MarkedRows<ProgressRow> marked() {
        return marked;
    }

    void narrow(boolean narrow) {
        columns.narrow(narrow);
    }
}
