package org.weft.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.weft.access.Scope;

/**
 * Reads pages of a list from the nearest row whose place is known: from the top, from above, or backwards from below. The
 * database walks an index past all rows in between, so what matters is how many these are.
 */
final class ProgressScroll {

    private final PageReader pages;
    private final ProgressQueries queries;
    private final RowMapper<ProgressRow> rows;
    private final Scope scope;
    private final ProgressFilter filter;
    private final ProgressOrder order;

    ProgressScroll(
            PageReader pages,
            ProgressQueries queries,
            RowMapper<ProgressRow> rows,
            Scope scope,
            ProgressFilter filter,
            ProgressSort sort) {
        this.pages = pages;
        this.queries = queries;
        this.rows = rows;
        this.scope = scope;
        this.filter = filter;
        order = new ProgressOrder(sort);
    }

    private record Placed(ProgressRow row, List<@Nullable Object> keys) {}

    ProgressSlice<ProgressRow> read(@Nullable ProgressPlace near, int offset, int limit) {
        var found = near == null ? null : readFrom(near, offset, limit);
        return slice(offset, found == null ? read(query(), order.by(), offset, limit) : found);
    }

    /** @return null where the top is nearer, or where the page may reach beyond the rows that share a stretch of the index */
    private @Nullable List<Placed> readFrom(ProgressPlace near, int offset, int limit) {
        var below = near.offset() <= offset;
        var between = below ? offset - near.offset() : near.offset() - offset - limit;
        if (between < 0 || between >= offset) {
            return null;
        }
        var parameters = new HashMap<String, Object>();
        var stretches = below ? order.from(near.keys(), parameters) : order.beyond(near.keys(), false, parameters);
        var query = query().within(stretches.getFirst(), parameters);
        var found = read(query, below ? order.by() : order.reversed(), between, limit);
        if (found.size() < limit && !(below && stretches.size() == 1)) {
            return null;
        }
        return below ? found : found.reversed();
    }

    private ProgressQuery query() {
        return queries.of(scope, filter);
    }

    private List<Placed> read(ProgressQuery query, ProgressOrder.By by, int offset, int limit) {
        var columns = ProgressRows.COLUMNS + ", " + order.place();
        return pages.read(query, columns, by, offset, limit, (rs, n) -> {
            var keys = new ArrayList<@Nullable Object>();
            // Only the places of the ends are kept.
            if (n == 0 || n == limit - 1) {
                for (var i = 1; i <= order.length(); i++) {
                    keys.add(rs.getObject(ProgressRows.LENGTH + i));
                }
            }
            return new Placed(rows.mapRow(rs, n), keys);
        });
    }

    private static ProgressSlice<ProgressRow> slice(int offset, List<Placed> found) {
        return new ProgressSlice<>(
                found.stream().map(Placed::row).toList(),
                place(offset, found, 0),
                place(offset, found, found.size() - 1));
    }

    private static @Nullable ProgressPlace place(int offset, List<Placed> found, int row) {
        return row < 0 || row >= found.size() || found.get(row).keys().isEmpty()
                ? null
                : new ProgressPlace(offset + row, found.get(row).keys());
    }
}
