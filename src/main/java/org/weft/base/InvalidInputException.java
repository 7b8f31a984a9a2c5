package org.weft.base;

import org.jspecify.annotations.Nullable;

/** What a person entered cannot be accepted. Says why, and at which field, in words for that person. */
public class InvalidInputException extends RuntimeException {

    private final transient Text text;
    private final @Nullable String field;

    public InvalidInputException(Text text) {
        this(null, text);
    }

    /**
     * @param field the property of the input the problem belongs to, or null if it belongs to the whole
     * @param text what to tell the person
     */
    public InvalidInputException(@Nullable String field, Text text) {
        super((field == null ? "" : field + ": ") + text.key());
        this.field = field;
        this.text = text;
    }

    public Text text() {
        return text;
    }

    public @Nullable String field() {
        return field;
    }
}
