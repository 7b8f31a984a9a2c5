package org.weft.conversations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which conversations to list: those held from one date to another, both included, or without end. */
public record ConversationFilter(
        @Nullable LocalDate from, @Nullable LocalDate to) {

    public static ConversationFilter all() {
        return new ConversationFilter(null, null);
    }

    public static ConversationFilter between(LocalDate from, LocalDate to) {
        return new ConversationFilter(from, to);
    }
}
