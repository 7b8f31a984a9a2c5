package org.weft.mail.words;

import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * What is wrong with a text.
 *
 * @param text what to tell its author
 * @param written what stands there, as it would have to be looked for; empty where the whole text is meant
 * @param instead what was probably meant, in place of {@code written}; null where nothing is near
 */
public record WordProblem(
        Text text, String written, @Nullable String instead) {}
