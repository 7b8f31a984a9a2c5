package org.weft.mail.words;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail's words in one language differ from what ships.
 *
 * @param changed how many texts do
 * @param changedAt when the last of them was changed, null if none was
 * @param changedBy who did
 */
public record MailWordsRow(
        WordedMail mail,
        Locale language,
        int changed,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {}
