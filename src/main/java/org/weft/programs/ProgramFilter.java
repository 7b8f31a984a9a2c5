package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * Which programs a list shows.
 *
 * @param search part of the name, any case; blank for all
 * @param status only this status; null for all that are not archived
 */
public record ProgramFilter(String search, @Nullable ProgramStatus status) {

    public static final ProgramFilter NONE = new ProgramFilter("", null);

    public ProgramFilter withSearch(String search) {
        return new ProgramFilter(search, status);
    }

    public ProgramFilter withStatus(@Nullable ProgramStatus status) {
        return new ProgramFilter(search, status);
    }
}
