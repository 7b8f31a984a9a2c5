package org.weft.progress;

import java.util.Optional;

/**
 * By which column participants stand in order; those with equal values stand by name, and after that by id, so that every
 * page shows every row exactly once. Descending is the exact reverse.
 *
 * <p>Levels stand from the front line up, healths from worst to best. Who was never active or reminded stands before any
 * moment; who has nothing due, or no team, stands after everything.
 */
public record ProgressSort(ProgressColumn column, boolean ascending) {

    /** What needs attention first: the earliest open due date on top. */
    public static final ProgressSort DEFAULT = by(ProgressColumn.NEXT_DUE);

    public static ProgressSort by(ProgressColumn column) {
        return new ProgressSort(column, true);
    }

    public ProgressSort descending() {
        return new ProgressSort(column, false);
    }

    /** As it stands in an address: {@code next-due}, descending {@code -next-due}. */
    public String property() {
        return ascending ? column.property() : "-" + column.property();
    }

    public static Optional<ProgressSort> of(String property) {
        return property.startsWith("-")
                ? ProgressColumn.of(property.substring(1))
                        .map(column -> by(column).descending())
                : ProgressColumn.of(property).map(ProgressSort::by);
    }
}
