package org.weft.programs;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which members of a cohort a list shows.
 *
 * @param search part of the name, the job title or the team's name, any case; blank for all
 * @param level only this level; null for all
 */
public record MemberFilter(String search, @Nullable Level level) {

    public static final MemberFilter NONE = new MemberFilter("", null);

    public MemberFilter withSearch(String search) {
        return new MemberFilter(search, level);
    }

    public MemberFilter withLevel(@Nullable Level level) {
        return new MemberFilter(search, level);
    }
}
