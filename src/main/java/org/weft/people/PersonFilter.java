package org.weft.people;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list. All conditions hold together.
 *
 * @param text part of the name, employee number or e-mail; empty for all
 * @param teamId people of this team and of all below it; null for all
 * @param level null for all
 * @param state whether people who left are listed
 * @param withoutEmail only those mail cannot reach
 */
public record PersonFilter(
        String text, @Nullable Long teamId, @Nullable Level level, State state, boolean withoutEmail) {

    /** Where a person stands in their time with the organisation. */
    public enum State {
        ACTIVE,
        LEFT,
        ALL
    }

    /** Everybody who is active. */
    public static PersonFilter active() {
        return new PersonFilter("", null, null, State.ACTIVE, false);
    }

    public PersonFilter text(String text) {
        return new PersonFilter(text, teamId, level, state, withoutEmail);
    }

    public PersonFilter team(@Nullable Long teamId) {
        return new PersonFilter(text, teamId, level, state, withoutEmail);
    }

    public PersonFilter level(@Nullable Level level) {
        return new PersonFilter(text, teamId, level, state, withoutEmail);
    }

    public PersonFilter state(State state) {
        return new PersonFilter(text, teamId, level, state, withoutEmail);
    }

    public PersonFilter withoutEmail(boolean withoutEmail) {
        return new PersonFilter(text, teamId, level, state, withoutEmail);
    }
}
