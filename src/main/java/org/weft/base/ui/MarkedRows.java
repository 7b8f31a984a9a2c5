package org.weft.base.ui;

import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.weft.base.Count;
import org.weft.base.Selection;

/**
 * Multi-selection by id: rows ticked one by one, or all that match but some. It holds no rows and fetches none, so
 * marking everybody costs the same for five and for a million. Ask {@link #selection}, not {@link #getSelectedItems}.
 */
public class MarkedRows<T> extends AbstractGridMultiSelectionModel<T> {

    private final ToLongFunction<T> id;
    private Selection selection = Selection.NONE;
    private Count matching = Count.exactly(0);
    private LongSupplier count = () -> 0;
    private Runnable changed = () -> {};

    /** @param id whom a line stands for; 0 for nobody, who cannot be marked */
    public MarkedRows(Grid<T> grid, ToLongFunction<T> id) {
        super(grid);
        this.id = id;
        setSelectionColumnFrozen(true);
    }

    public Selection selection() {
        return selection;
    }

    public long size() {
        return selection.size(matching.number());
    }

    /** How many there are to mark. */
    public Count matching() {
        return matching;
    }

    /** How to count who matches to the end, which is asked for only when all are marked. */
    public void countWith(LongSupplier whole) {
        count = whole;
    }

    public void onChange(Runnable changed) {
        this.changed = changed;
    }

    /** Marks nobody, among so many that match from now on. */
    public void clear(Count nowMatching) {
        matching = nowMatching;
        set(Selection.NONE);
    }

    /** Keeps the marks, while so many match from now on. */
    public void among(Count nowMatching) {
        mark(selection, nowMatching);
    }

    /** Takes over what is marked elsewhere, among so many that match. */
    public void mark(Selection marked, Count nowMatching) {
        matching = nowMatching;
        set(marked);
    }

    /** Marks a row, or takes the mark away. */
    public void toggle(T row) {
        mark(row, !isSelected(row));
        show(row);
    }

    private void set(Selection now) {
        selection = now;
        if (now.allBut() && matching.more()) {
            matching = Count.exactly(count.getAsLong());
        }
        var size = size();
        var all = !matching.more() && size == matching.number();
        getSelectionColumn().setSelectAllCheckboxState(size > 0 && all);
        getSelectionColumn().setSelectAllCheckboxIndeterminateState(size > 0 && !all);
        changed.run();
    }

    private void mark(T row, boolean mark) {
        var marked = id.applyAsLong(row);
        if (marked == 0 || isSelected(row) == mark) {
            return;
        }
        var ids = new HashSet<>(selection.ids());
        if (selection.allBut() == mark) {
            ids.remove(marked);
        } else {
            ids.add(marked);
        }
        set(new Selection(selection.allBut(), ids));
    }

    /** A row that is read anew keeps its box as the browser knows it, so the browser is told. */
    private void show(T row) {
        var grid = getGrid();
        var keys = grid.getDataCommunicator().getKeyMapper();
        grid.getDataProvider().refreshItem(row);
        if (keys.has(row)) {
            grid.getElement()
                    .executeJs(
                            "this.$connector[$0]([{key: $1}], false)",
                            isSelected(row) ? "doSelection" : "doDeselection",
                            keys.key(row));
        }
    }

    private void markAll(Selection all) {
        set(all);
        getGrid().getDataProvider().refreshAll();
    }

    @Override
    public boolean isSelected(T row) {
        return id.applyAsLong(row) != 0 && selection.contains(id.applyAsLong(row));
    }

    @Override
    public void selectFromClient(T row) {
        mark(row, true);
    }

    @Override
    public void deselectFromClient(T row) {
        mark(row, false);
    }

    @Override
    public void select(T row) {
        mark(row, true);
        show(row);
    }

    @Override
    public void deselect(T row) {
        mark(row, false);
        show(row);
    }

    @Override
    public void selectAll() {
        markAll(Selection.ALL);
    }

    @Override
    public void deselectAll() {
        markAll(Selection.NONE);
    }

    @Override
    protected void clientSelectAll() {
        selectAll();
    }

    @Override
    protected void clientDeselectAll() {
        deselectAll();
    }

    @Override
    public void updateSelection(Set<T> added, Set<T> removed) {
        added.forEach(this::select);
        removed.forEach(this::deselect);
    }

    /** Empty: rows are marked by id. */
    @Override
    public Set<T> getSelectedItems() {
        return Set.of();
    }

    /** A lazy grid hides the box by default, because marking all would fetch all. Here it does not. */
    @Override
    public boolean isSelectAllCheckboxVisible() {
        return true;
    }

    @Override
    protected void fireSelectionEvent(SelectionEvent<Grid<T>, T> event) {
        // Never called: each way to select above ends in onChange.
    }
}
