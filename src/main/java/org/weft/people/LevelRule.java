package org.weft.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gives a level to job titles.
 *
 * @param text what the title has to hold, at most {@value #TEXT_LENGTH} characters
 */
public record LevelRule(Matching matching, String text, Level level) {

    public static final int TEXT_LENGTH = 200;

    /** Whether the rule speaks about this job title; about none it never does. */
    public boolean matches(@Nullable String jobTitle) {
        var title = normal(jobTitle);
        var wanted = normal(text);
        return !title.isEmpty() && !wanted.isEmpty() && matching.matches(title, wanted);
    }

    private static String normal(@Nullable String text) {
        return text == null ? "" : PersonName.tidy(text).toLowerCase(Locale.ROOT);
    }
}
