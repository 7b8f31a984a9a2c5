package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what goes out on a local day as soon as the day has begun in a zone: from then on the reminders exist, each
 * once, and are sent when their moment comes. After a pause it makes up for what still matters.
 */
@Component
public class ReminderPlanner {

    private static final Logger log = LoggerFactory.getLogger(ReminderPlanner.class);

    private final PolicyReader policies;
    private final ReminderRuns runs;
    private final ReminderStore store;
    private final ReminderRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderPlanner(
            PolicyReader policies,
            ReminderRuns runs,
            ReminderStore store,
            ReminderRules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.policies = policies;
        this.runs = runs;
        this.store = store;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Plans every policy that is switched on, earlier hours first. One that fails leaves the others alone.
     *
     * @return how many reminders were written, those held back included
     */
    public int plan() {
        var planned = 0;
        var active = policies.active();
        if (active.isEmpty()) {
            return planned;
        }
        var zones = runs.zones();
        for (var policy : active) {
            try {
                planned += transaction.execute(status -> plan(policy, zones));
            } catch (RuntimeException e) {
                log.error("Policy {} could not be planned", policy.id(), e);
            }
        }
        return planned;
    }

    private int plan(PolicyRow policy, Iterable<String> zones) {
        var now = clock.instant();
        if (pending(policy, zones).isEmpty()) {
            return 0;
        }
        store.lock();
        // Asked again: another node may have been faster.
        var pending = pending(policy, zones);
        var planned = 0;
        for (var run : runs.due(policy, pending, now)) {
            planned += store.plan(policy, run, now);
        }
        pending.keySet()
                .forEach(zone -> store.plannedThrough(policy.id(), zone, LocalDate.ofInstant(now, rules.zone(zone))));
        return planned;
    }

    /** The zones in which a day has begun that is not planned yet, with the last one that is. */
    private HashMap<String, LocalDate> pending(PolicyRow policy, Iterable<String> zones) {
        var through = store.plannedThrough(policy.id());
        var pending = new HashMap<String, LocalDate>();
        for (var zone : zones) {
            var yesterday =
                    LocalDate.ofInstant(clock.instant(), rules.zone(zone)).minusDays(1);
            var last = through.getOrDefault(zone, yesterday);
            if (!last.isAfter(yesterday)) {
                pending.put(zone, last);
            }
        }
        return pending;
    }
}
