package org.weft.reminders.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is left of each person's budget for one week, as a forecast goes through it. A slot is one mail, whatever is in it. */
final class Spending {

    private final int budget;
    private final Map<Long, Set<Instant>> slots = new HashMap<>();

    Spending(int budget) {
        this.budget = budget;
    }

    /**
     * @param planned digests the person has this week that are planned already, this slot not counted
     * @param here whether one is planned in this slot already
     * @return whether the slot is within the budget, and is now taken
     */
    boolean spend(long personId, Instant slot, int planned, boolean here) {
        var taken = slots.computeIfAbsent(personId, any -> new HashSet<>());
        var others = planned + taken.size() - (taken.contains(slot) ? 1 : 0);
        if (others >= budget) {
            return false;
        }
        if (!here) {
            taken.add(slot);
        }
        return true;
    }

    /** Whether a slot could still take something from what is left to somebody. */
    boolean mayTake(long personId, Instant slot) {
        var taken = slots.getOrDefault(personId, Set.of());
        return taken.size() < budget && !taken.contains(slot);
    }
}
