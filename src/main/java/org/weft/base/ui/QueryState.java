package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The state of a page as its URL holds it, so that it can be bookmarked, shared and reloaded: filter, sort, selection.
 * Immutable. What people write into a URL by hand and means nothing reads as absent.
 */
public final class QueryState implements Serializable {

    /** What stands outside them no database keeps as a moment. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private final String path;
    private final Map<String, List<String>> values;

    private QueryState(String path, Map<String, List<String>> values) {
        this.path = path;
        this.values = values;
    }

    public static QueryState of(Location location) {
        return new QueryState(
                location.getPath(),
                new LinkedHashMap<>(location.getQueryParameters().getParameters()));
    }

    public Optional<String> get(String key) {
        return all(key).stream().filter(value -> !value.isBlank()).findFirst();
    }

    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    public OptionalLong getLong(String key) {
        try {
            return get(key).stream().mapToLong(Long::parseLong).findFirst();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    public Optional<LocalDate> getDate(String key) {
        try {
            return get(key).map(LocalDate::parse).filter(day -> YEARS.isValidValue(day.getYear()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> Optional<E> get(String key, Class<E> type) {
        return get(key).flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst());
    }

    /** With another value; null or an empty one takes the key out. */
    public QueryState with(String key, @Nullable Object value) {
        return with(key, value == null || value.toString().isBlank() ? List.of() : List.of(value.toString()));
    }

    /** With other values; an empty list takes the key out. */
    public QueryState with(String key, List<String> all) {
        var changed = new LinkedHashMap<>(values);
        if (all.isEmpty()) {
            changed.remove(key);
        } else {
            changed.put(key, List.copyOf(all));
        }
        return new QueryState(path, changed);
    }

    /** With the grid's sort under {@code sort}: column keys, comma separated, a minus for descending. */
    public QueryState withSort(List<? extends GridSortOrder<?>> order) {
        var parts = new ArrayList<String>();
        for (var sort : order) {
            var key = sort.getSorted().getKey();
            if (key != null) {
                parts.add((sort.getDirection() == SortDirection.DESCENDING ? "-" : "") + key);
            }
        }
        return with("sort", String.join(",", parts));
    }

    /** Sorts a grid as the URL says. Names of columns it does not have, or that do not sort, are passed over. */
    public <T> void sort(Grid<T> grid) {
        var order = new ArrayList<GridSortOrder<T>>();
        for (var part : get("sort").orElse("").split(",")) {
            var descending = part.startsWith("-");
            var column = part.isBlank() ? null : grid.getColumnByKey(descending ? part.substring(1) : part);
            if (column != null && column.isSortable()) {
                order.add(new GridSortOrder<>(column, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING));
            }
        }
        if (!order.isEmpty()) {
            grid.sort(order);
        }
    }

    public QueryParameters parameters() {
        return new QueryParameters(values);
    }

    /** The path and its query, as a link inside the portal. */
    public String href() {
        return new Location(path, parameters()).getPathWithQueryParameters();
    }

    /** Puts the state into the browser's address, without loading anything anew and without a step in its history. */
    public void apply(UI ui) {
        ui.getPage().getHistory().replaceState(null, new Location(path, parameters()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryState state && state.path.equals(path) && state.values.equals(values);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return href();
    }
}
