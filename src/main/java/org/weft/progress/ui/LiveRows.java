package org.weft.progress.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weft.progress.LiveRow;
import org.weft.progress.ProgressChanges;

/**
 * The rows a grid has loaded, kept up to date where they stand: values change, places do not, and scroll, marks and focus
 * stay. It says how many rows would stand elsewhere, or not at all, if the grid were read anew.
 */
final class LiveRows<T> {

    /** Some pages: beyond, those that have been scrolled out of reach are forgotten. */
    private static final int ENOUGH = 200;

    /** Reads rows again, by participants' ids. */
    interface Again<T> {
        List<LiveRow<T>> read(Collection<Long> participantIds);
    }

    /** A row as it was when it got its place, and as it is shown. */
    private record Loaded<T>(T placed, T shown) {}

    private final Grid<T> grid;
    private final Function<T, Long> id;
    private final Function<T, Object> place;
    private final Again<T> again;
    private final Map<Long, Loaded<T>> loaded = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();
    private final Set<Long> lost = new HashSet<>();
    private Runnable sums = () -> {};

    /** @param place what a row's place depends on, in the order the grid has now */
    LiveRows(Grid<T> grid, Function<T, Long> id, Function<T, Object> place, Again<T> again) {
        this.grid = grid;
        this.id = id;
        this.place = place;
        this.again = again;
    }

    /** @param nowSums reads anew what the grid sums up of its rows */
    void sums(Runnable nowSums) {
        sums = nowSums;
    }

    /** Sums follow with the counts of the page: not for each change, as they are read of many rows. */
    void counted() {
        sums.run();
    }

    /** The grid is read anew: all stand right. */
    void clear() {
        loaded.clear();
        moved.clear();
        lost.clear();
    }

    /** Takes note of rows on their way into the grid. */
    List<T> load(List<T> rows) {
        if (loaded.size() > ENOUGH) {
            loaded.values().removeIf(row -> !grid.getDataCommunicator().isItemActive(row.shown()));
        }
        rows.forEach(row -> {
            loaded.put(id.apply(row), new Loaded<>(row, row));
            moved.remove(id.apply(row));
            lost.remove(id.apply(row));
        });
        return rows;
    }

    /** Draws the loaded rows that meet a condition again, as they are. */
    void redraw(Predicate<T> which) {
        loaded.values().stream()
                .map(Loaded::shown)
                .filter(which)
                .forEach(row -> grid.getDataProvider().refreshItem(row));
    }

    /** Reads those of the changed rows that are loaded again. */
    void update(ProgressChanges changes) {
        var ids = loaded.keySet().stream().filter(changes::concern).toList();
        if (ids.isEmpty()) {
            return;
        }
        var rows = again.read(ids).stream().collect(Collectors.toMap(row -> id.apply(row.row()), Function.identity()));
        for (var changed : ids) {
            var now = rows.get(changed);
            keep(lost, changed, now == null || !now.matches());
            if (now != null) {
                update(changed, now.row());
            }
        }
    }

    private void update(long changed, T now) {
        var before = loaded.get(changed);
        if (before == null) {
            return;
        }
        keep(moved, changed, !place.apply(now).equals(place.apply(before.placed())));
        if (!now.equals(before.shown())) {
            loaded.put(changed, new Loaded<>(before.placed(), now));
            grid.getDataProvider().refreshItem(now);
        }
    }

    private static void keep(Set<Long> ids, long id, boolean in) {
        if (in) {
            ids.add(id);
        } else {
            ids.remove(id);
        }
    }

    /** How many loaded rows are no longer found. */
    int lost() {
        return lost.size();
    }

    /** How many loaded rows would be found elsewhere. */
    int moved() {
        return (int) moved.stream().filter(row -> !lost.contains(row)).count();
    }
}
