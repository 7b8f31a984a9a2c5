package org.weft.progress.ui;

import com.vaadin.flow.component.grid.AbstractGridMultiSelectionModel;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.HashSet;
import java.util.Set;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSelection;

/**
 * Multi-selection by id: rows ticked one by one, or all that match but some. It holds no rows and fetches none, so
 * marking everybody costs the same for five and for a million. Ask {@link #selection}, not {@link #getSelectedItems}.
 */
class MarkedRows extends AbstractGridMultiSelectionModel<ProgressRow> {

    private ProgressSelection selection = ProgressSelection.NONE;
    private long matching;
    private Runnable changed = () -> {};

    MarkedRows(Grid<ProgressRow> grid) {
        super(grid);
        setSelectionColumnFrozen(true);
    }

    ProgressSelection selection() {
        return selection;
    }

    long size() {
        return selection.size(matching);
    }

    /** How many there are to mark. */
    long matching() {
        return matching;
    }

    void onChange(Runnable changed) {
        this.changed = changed;
    }

    /** Marks nobody, among so many that match from now on. */
    void clear(long nowMatching) {
        matching = nowMatching;
        set(ProgressSelection.NONE);
    }

    /** Keeps the marks, while so many match from now on. */
    void among(long nowMatching) {
        matching = nowMatching;
        set(selection);
    }

    private void set(ProgressSelection now) {
        selection = now;
        var size = size();
        getSelectionColumn().setSelectAllCheckboxState(size > 0 && size == matching);
        getSelectionColumn().setSelectAllCheckboxIndeterminateState(size > 0 && size < matching);
        changed.run();
    }

    private void mark(ProgressRow row, boolean mark) {
        if (isSelected(row) == mark) {
            return;
        }
        var ids = new HashSet<>(selection.participantIds());
        if (selection.allBut() == mark) {
            ids.remove(row.id());
        } else {
            ids.add(row.id());
        }
        set(new ProgressSelection(selection.allBut(), ids));
    }

    private void markAll(ProgressSelection all) {
        set(all);
        getGrid().getDataProvider().refreshAll();
    }

    @Override
    public boolean isSelected(ProgressRow row) {
        return selection.contains(row.id());
    }

    @Override
    public void selectFromClient(ProgressRow row) {
        mark(row, true);
    }

    @Override
    public void deselectFromClient(ProgressRow row) {
        mark(row, false);
    }

    @Override
    public void select(ProgressRow row) {
        mark(row, true);
        getGrid().getDataProvider().refreshItem(row);
    }

    @Override
    public void deselect(ProgressRow row) {
        mark(row, false);
        getGrid().getDataProvider().refreshItem(row);
    }

    @Override
    public void selectAll() {
        markAll(ProgressSelection.ALL);
    }

    @Override
    public void deselectAll() {
        markAll(ProgressSelection.NONE);
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
    public void updateSelection(Set<ProgressRow> added, Set<ProgressRow> removed) {
        added.forEach(this::select);
        removed.forEach(this::deselect);
    }

    /** Empty: rows are marked by id. */
    @Override
    public Set<ProgressRow> getSelectedItems() {
        return Set.of();
    }

    /** A lazy grid hides the box by default, because marking all would fetch all. Here it does not. */
    @Override
    public boolean isSelectAllCheckboxVisible() {
        return true;
    }

    @Override
    protected void fireSelectionEvent(SelectionEvent<Grid<ProgressRow>, ProgressRow> event) {
        // Never called: each way to select above ends in onChange.
    }
}
