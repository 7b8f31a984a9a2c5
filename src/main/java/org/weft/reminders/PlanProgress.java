package org.weft.reminders;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.base.Translations;
import org.weft.mail.ProgressPicture;

/**
 * How far a participant has come.
 *
 * @param percent of the plan, whole
 * @param completed objectives, of those that count ({@code live})
 */
public record PlanProgress(int percent, int completed, int live) {

    /** Of somebody made up: two objectives are open. */
    public static final PlanProgress EXAMPLE = new PlanProgress(45, 1, 3);

    /**
     * As the columns of a participant hold it.
     *
     * @param progress from 0 to 1; a hundred percent is told of what is whole only
     */
    public static PlanProgress of(double progress, int completed, int live) {
        return new PlanProgress((int) (progress * 100), completed, live);
    }

    /** As it stands in a mail, ready to be read; the picture's source and what is said in its place. */
    public record Shown(String picture, String alt, String words) {}

    /** Null where there is nothing to reach. */
    public @Nullable Shown in(Locale locale, Translations translations) {
        return live == 0
                ? null
                : new Shown(
                        ProgressPicture.reference(percent),
                        translations.translate("reminders.mail.plan.picture", locale, percent),
                        translations.translate("reminders.mail.plan", locale, percent, completed, live));
    }
}
