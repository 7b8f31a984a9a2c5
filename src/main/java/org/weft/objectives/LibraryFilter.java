package org.weft.objectives;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which templates to list.
 *
 * @param text part of code, title, unit or evidence, in any case; blank for all
 * @param retired only retired ones, or only those on offer
 */
public record LibraryFilter(@Nullable Level level, @Nullable ObjectiveType type, String text, boolean retired) {

    public static final LibraryFilter ALL = new LibraryFilter(null, null, "", false);

    public LibraryFilter withLevel(@Nullable Level level) {
        return new LibraryFilter(level, type, text, retired);
    }

    public LibraryFilter withType(@Nullable ObjectiveType type) {
        return new LibraryFilter(level, type, text, retired);
    }

    public LibraryFilter withText(String text) {
        return new LibraryFilter(level, type, text, retired);
    }

    public LibraryFilter withRetired(boolean retired) {
        return new LibraryFilter(level, type, text, retired);
    }
}
