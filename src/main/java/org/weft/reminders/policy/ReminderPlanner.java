package org.weft.reminders.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what goes out on a local day as soon as the day has begun in a zone: from then on the reminders exist, each
 * once, and are sent when their moment comes. After a pause it makes up for what still matters. For whoever comes into a
 * zone whose day is planned already, and for nobody else, that day is planned again.
 */
@Component
public class ReminderPlanner {

    private static final Logger log = LoggerFactory.getLogger(ReminderPlanner.class);

    private final PolicyReader policies;
    private final ReminderRuns runs;
    private final ReminderStore store;
    private final MovedPeople moved;
    private final ReminderRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderPlanner(
            PolicyReader policies,
            ReminderRuns runs,
            ReminderStore store,
            MovedPeople moved,
            ReminderRules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.policies = policies;
        this.runs = runs;
        this.store = store;
        this.moved = moved;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Plans every policy that is switched on, earlier hours first, all as of one moment: what goes out late goes out then,
     * and is one mail. They are written together, so that no digest goes out between two of them, and a node that dies
     * leaves none behind. One that fails leaves the others alone.
     *
     * @return how many reminders were written, those held back included
     */
    public int plan() {
        var now = clock.instant();
        var movers = moved.waiting(now);
        var active = policies.active();
        var zones = active.isEmpty() ? List.<String>of() : runs.zones();
        var look = new Look(zones, movers, now);
        try {
            return transaction.execute(status -> planTogether(active, look));
        } catch (RuntimeException e) {
            log.warn("The policies could not be planned together, so each is by itself", e);
            return planEach(active, look);
        }
    }

    /** What one look finds when it begins. */
    private record Look(List<String> zones, MovedPeople.Waiting movers, Instant now) {}

    private int planTogether(List<PolicyRow> active, Look look) {
        var planned = plan(active, look);
        moved.forget(look.movers().moves());
        return planned;
    }

    private int planEach(List<PolicyRow> active, Look look) {
        var planned = 0;
        var complete = true;
        for (var policy : active) {
            try {
                planned += transaction.execute(status -> plan(List.of(policy), look));
            } catch (RuntimeException e) {
                log.error("Policy {} could not be planned", policy.id(), e);
                complete = false;
            }
        }
        if (complete) {
            moved.forget(look.movers().moves());
        }
        return planned;
    }

    private int plan(List<PolicyRow> some, Look look) {
        if (look.movers().isEmpty()
                && some.stream().allMatch(policy -> pending(policy, look).isEmpty())) {
            return 0;
        }
        store.lock();
        return some.stream().mapToInt(policy -> planLocked(policy, look)).sum();
    }

    private int planLocked(PolicyRow policy, Look look) {
        var now = look.now();
        var movers = look.movers();
        // Asked under the lock: another node may have been faster.
        var pending = pending(policy, look);
        var planned = 0;
        for (var run : runs.again(policy, passed(movers, pending), now)) {
            planned += store.plan(policy, run.among(movers.among()), now);
        }
        for (var run : runs.due(policy, pending, now)) {
            planned += store.plan(policy, run, now);
        }
        pending.keySet()
                .forEach(zone -> store.plannedThrough(policy.id(), zone, LocalDate.ofInstant(now, rules.zone(zone))));
        return planned;
    }

    /** The days that were planned without the movers; those that are not planned yet are planned with them. */
    private static Map<String, Set<LocalDate>> passed(MovedPeople.Waiting movers, Map<String, LocalDate> pending) {
        var passed = new HashMap<String, Set<LocalDate>>();
        movers.days().forEach((zone, days) -> {
            var through = pending.get(zone);
            passed.put(
                    zone,
                    days.stream()
                            .filter(day -> through == null || !day.isAfter(through))
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        return passed;
    }

    /** The zones in which a day has begun that is not planned yet, with the last one that is. */
    private HashMap<String, LocalDate> pending(PolicyRow policy, Look look) {
        var through = store.plannedThrough(policy.id());
        var pending = new HashMap<String, LocalDate>();
        for (var name : look.zones()) {
            var zone = rules.zone(name);
            var yesterday = LocalDate.ofInstant(look.now(), zone).minusDays(1);
            var last = through.getOrDefault(name, through.isEmpty() ? eve(policy, zone, yesterday) : yesterday);
            if (!last.isAfter(yesterday)) {
                pending.put(name, last);
            }
        }
        return pending;
    }

    /** The day before the one a policy was switched on, where nothing has been planned since: it may have been on for days. */
    private static LocalDate eve(PolicyRow policy, ZoneId zone, LocalDate yesterday) {
        var since = policy.activeSince();
        return since == null
                ? yesterday
                : Collections.min(
                        List.of(yesterday, LocalDate.ofInstant(since, zone).minusDays(1)));
    }
}
