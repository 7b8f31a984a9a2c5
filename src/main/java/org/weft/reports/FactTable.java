package org.weft.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.workbook.SheetSpec;

/**
 * Facts of one kind, as programs read them.
 *
 * @param name as it stands in paths and on the tab of a workbook
 * @param readers who may read them, within what they may see
 * @param id what pages go on after; the first column
 */
record FactTable<T>(String name, Set<Role> readers, Facts<T> facts, ToLongFunction<T> id, List<FactColumn<T>> columns) {

    /** Some rows, and what to go on after; null behind the last. */
    record Page(
            List<Map<String, @Nullable Object>> rows,
            @Nullable Long next) {}

    Page page(Scope scope, long cycleId, long after, int limit) {
        // One more tells whether there are more.
        var found = facts.page(scope, cycleId, after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(this::json).toList(), found.size() > limit ? id.applyAsLong(shown.getLast()) : null);
    }

    private Map<String, @Nullable Object> json(T fact) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        columns.forEach(column -> row.put(column.name(), column.json().apply(fact)));
        return row;
    }

    SheetSpec<T> sheet(Scope scope, long cycleId, ReadAhead ahead) {
        return new SheetSpec<>(
                name,
                columns.stream().map(FactColumn::cell).toList(),
                ahead.of(sink -> facts.each(scope, cycleId, sink)));
    }
}
