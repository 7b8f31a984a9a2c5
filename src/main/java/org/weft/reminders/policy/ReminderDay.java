package org.weft.reminders.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * What is on record for a policy and a local day.
 *
 * @param counts how many reminders stand where; a state in which there are none may be absent
 */
public record ReminderDay(PolicyRow policy, LocalDate day, Map<ReminderState, Integer> counts) {

    public ReminderDay {
        counts = Map.copyOf(counts);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public int count(Collection<ReminderState> states) {
        return states.stream().mapToInt(state -> counts.getOrDefault(state, 0)).sum();
    }
}
