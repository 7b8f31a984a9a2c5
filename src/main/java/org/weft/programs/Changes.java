package org.weft.programs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit changed, in short, for the audit trail: {@code name: Autumn → Winter; owner: – → Ada Lovelace}. */
final class Changes {

    private final StringBuilder text = new StringBuilder();

    private Changes() {}

    static Changes between() {
        return new Changes();
    }

    Changes of(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(field)
                    .append(": ")
                    .append(shown(before))
                    .append(" → ")
                    .append(shown(after));
        }
        return this;
    }

    /** Empty where nothing changed. */
    @Override
    public String toString() {
        return text.toString();
    }

    private static Object shown(@Nullable Object value) {
        return value == null || value.equals("") ? "–" : value;
    }
}
