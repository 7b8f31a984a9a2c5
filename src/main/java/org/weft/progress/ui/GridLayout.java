package org.weft.progress.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressGrouping;

/**
 * How the list looks: which columns in which order and how wide, and by what it is grouped. The name is always the first
 * column.
 *
 * @param columns those shown; none stands for all, as wide as fits
 * @param grouping null for no groups
 */
record GridLayout(List<Shown> columns, @Nullable ProgressGrouping grouping) {

    /** A column that is shown; in pixels, or null for what fits. */
    record Shown(ProgressColumn column, @Nullable Integer width) {
        String word() {
            return width == null ? column.property() : column.property() + ":" + width;
        }

        private static Stream<Shown> of(String word) {
            var parts = word.split(":", 2);
            var width = parts.length == 2 && parts[1].matches("\\d{1,4}") ? Integer.valueOf(parts[1]) : null;
            return ProgressColumn.of(parts[0])
                    .map(column -> new Shown(column, width == null ? null : Math.clamp(width, NARROWEST, WIDEST)))
                    .stream();
        }
    }

    static final GridLayout DEFAULT = new GridLayout(List.of(), null);

    private static final int NARROWEST = 40;
    private static final int WIDEST = 800;
    private static final List<Shown> ALL = Stream.of(ProgressColumn.values())
            .map(column -> new Shown(column, null))
            .toList();

    GridLayout {
        var seen = EnumSet.noneOf(ProgressColumn.class);
        var tidied = new ArrayList<Shown>();
        if (!columns.isEmpty()) {
            tidied.add(columns.stream()
                    .filter(one -> one.column() == ProgressColumn.NAME)
                    .findFirst()
                    .orElseGet(() -> new Shown(ProgressColumn.NAME, null)));
            seen.add(ProgressColumn.NAME);
            columns.stream().filter(one -> seen.add(one.column())).forEach(tidied::add);
        }
        columns = tidied.equals(ALL) ? List.of() : List.copyOf(tidied);
    }

    /** From the words of an address. */
    static GridLayout of(Map<String, String> words) {
        return new GridLayout(
                Arrays.stream(words.getOrDefault("columns", "").split(","))
                        .flatMap(Shown::of)
                        .toList(),
                ProgressGrouping.of(words.getOrDefault("group", "")).orElse(null));
    }

    /** Into the words of an address; what is as by default is left out. */
    void put(Map<String, String> words) {
        if (!columns.isEmpty()) {
            words.put("columns", columns.stream().map(Shown::word).collect(Collectors.joining(",")));
        }
        if (grouping != null) {
            words.put("group", grouping.word());
        }
    }

    /** The columns that are shown, in their order. */
    List<Shown> shown() {
        return columns.isEmpty() ? ALL : columns;
    }

    List<ProgressColumn> order() {
        return shown().stream().map(Shown::column).toList();
    }

    boolean shows(ProgressColumn column) {
        return order().contains(column);
    }

    private GridLayout with(List<Shown> changed) {
        return new GridLayout(changed, grouping);
    }

    GridLayout group(@Nullable ProgressGrouping by) {
        return new GridLayout(columns, by);
    }

    /** All columns, as wide as fits. */
    GridLayout reset() {
        return with(List.of());
    }

    /** Those that are shown, in another order; what is not among them stays where it is left. */
    GridLayout order(List<ProgressColumn> order) {
        var shown = new ArrayList<>(shown());
        shown.sort((a, b) -> Integer.compare(order.indexOf(a.column()), order.indexOf(b.column())));
        return with(shown);
    }

    /** A column that is shown again comes last. */
    GridLayout show(ProgressColumn column, boolean show) {
        var shown = new ArrayList<>(shown());
        shown.removeIf(one -> one.column() == column);
        if (show) {
            shown.add(new Shown(column, null));
        }
        return with(shown);
    }

    GridLayout width(ProgressColumn column, int width) {
        return with(shown().stream()
                .map(one -> one.column() == column ? new Shown(column, Math.clamp(width, NARROWEST, WIDEST)) : one)
                .toList());
    }

    /** One place towards the front, or towards the end. */
    GridLayout move(ProgressColumn column, int by) {
        var shown = new ArrayList<>(shown());
        var at = order().indexOf(column);
        var to = at + by;
        if (at < 1 || to < 1 || to >= shown.size()) {
            return this;
        }
        Collections.swap(shown, at, to);
        return with(shown);
    }

    @Nullable Integer width(ProgressColumn column) {
        return shown().stream()
                .filter(one -> one.column() == column)
                .map(Shown::width)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
