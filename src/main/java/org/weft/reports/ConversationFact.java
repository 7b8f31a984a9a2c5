package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.conversations.ConversationKind;

/**
 * One conversation, without what was said in it.
 *
 * @param parties who took part, by name
 */
record ConversationFact(long id, LocalDate heldOn, ConversationKind kind, List<Party> parties, Instant loggedAt) {

    /**
     * Somebody who took part.
     *
     * @param department theirs at that time, if they were in one
     * @param group the one they are counted in, as a participant in scope; null for others
     */
    record Party(long personId, String name, @Nullable Department department, FigureCell.@Nullable Key group) {}

    /** Whoever took part. */
    List<Long> personIds() {
        return parties.stream().map(Party::personId).sorted().toList();
    }

    /** Their names, by name; namesakes stand twice. */
    List<String> people() {
        return parties.stream().map(Party::name).toList();
    }

    /** Their departments' names, each once, by name; whoever was in none counts for none. */
    List<String> departments() {
        return joined().map(Department::name).distinct().sorted().toList();
    }

    /** Whether it joined people of two departments or more. */
    boolean across() {
        return joined().map(Department::id).distinct().limit(2).count() > 1;
    }

    /** The departments of whoever took part. */
    Stream<Department> joined() {
        return parties.stream().map(Party::department).filter(Objects::nonNull);
    }
}
