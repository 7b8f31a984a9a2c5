package org.weft.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change changed, in short, for the audit trail: {@code team: – → Sales; location: Berlin → Hamburg}. */
public final class Changes {

    private final StringBuilder text = new StringBuilder();

    /** Adds a field, if it differs. */
    public Changes of(String field, @Nullable Object before, @Nullable Object after) {
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
