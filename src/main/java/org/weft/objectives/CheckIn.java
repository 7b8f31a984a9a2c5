package org.weft.objectives;

import org.jspecify.annotations.Nullable;

/**
 * A dated report on an assignment.
 *
 * @param text a line of at most {@link #MAX_TEXT} characters
 * @param reported the figure reached so far, for {@link Measure#REPORTED}; null leaves it as it is
 */
public record CheckIn(
        Health health, @Nullable String text, @Nullable Integer reported) {
    public static final int MAX_TEXT = 2000;
}
