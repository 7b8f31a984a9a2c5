package org.weft.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.weft.conversations.ConversationKind;

/**
 * One conversation, without what was said in it.
 *
 * @param personIds who took part
 * @param people their names, by name; namesakes stand twice
 * @param departments theirs at that time, each once, by name; whoever was in none counts for none
 */
record ConversationFact(
        long id,
        LocalDate heldOn,
        ConversationKind kind,
        List<Long> personIds,
        List<String> people,
        List<String> departments,
        int departmentCount,
        Instant loggedAt) {

    /** Whether it joined people of two departments or more. */
    boolean across() {
        return departmentCount > 1;
    }
}
