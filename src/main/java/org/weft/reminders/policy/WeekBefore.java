package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.reminders.policy.ReminderRun.Among;

/** What policies that are on will have taken of people's budgets before another has its turn, later in the same week. */
@Component
class WeekBefore {

    private final PolicyReader policies;
    private final PolicyQuery query;
    private final ReminderRuns runs;
    private final ReminderRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    WeekBefore(
            PolicyReader policies,
            PolicyQuery query,
            ReminderRuns runs,
            ReminderRules rules,
            JdbcClient jdbc,
            Clock clock) {
        this.policies = policies;
        this.query = query;
        this.runs = runs;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static final Comparator<Turn> ORDER = Comparator.comparing(
                    (Turn turn) -> turn.run().day())
            .thenComparing(turn -> turn.policy().terms().schedule().time())
            .thenComparing(turn -> turn.policy().terms().kind() != TriggerKind.WEEKLY_DIGEST);

    /** One policy on one of the days. */
    record Turn(PolicyRow policy, ReminderRun run) {}

    /**
     * What will be planned before a policy's turn on a day, in that order; of those that share an hour the ones that tell most
     * come first, as nobody needs to be asked twice about one mail. Nothing if it does not matter: where the policy
     * takes from nobody's budget, or all goes into the same mails.
     *
     * @param own the policy's runs on the day
     */
    List<Turn> turns(PolicyRow policy, LocalDate day, List<ReminderRun> own) {
        if (policy.terms().required() || own.isEmpty()) {
            return List.of();
        }
        var turns = turns(policy, day);
        return mails(own).containsAll(mails(turns.stream().map(Turn::run).toList())) ? List.of() : turns;
    }

    private List<Turn> turns(PolicyRow policy, LocalDate day) {
        var others = policies.all().stream()
                .filter(one -> one.active() || one.id() == policy.id())
                .filter(one -> !one.terms().required())
                .toList();
        var turns = new ArrayList<Turn>();
        for (var date = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                !date.isAfter(day);
                date = date.plusDays(1)) {
            for (var other : others) {
                if (date.equals(day) && other.id() == policy.id()) {
                    turns.sort(ORDER);
                    return turns;
                }
                for (var run : runs.on(other.terms(), date)) {
                    var open = notPlanned(run);
                    if (run.mode() == ReminderRun.Mode.REGULAR && !open.slots().isEmpty()) {
                        turns.add(new Turn(other, open));
                    }
                }
            }
        }
        turns.sort(ORDER);
        return turns;
    }

    /** Without what is planned already: the question itself counts that. */
    private ReminderRun notPlanned(ReminderRun run) {
        var now = clock.instant();
        return run.at(
                run.places(),
                run.slots().stream()
                        .filter(slot -> run.day()
                                .isAfter(LocalDate.ofInstant(
                                        now, rules.zone(slot.zones().getFirst()))))
                        .toList());
    }

    private record Mail(String zone, Instant slot) {}

    private static Set<Mail> mails(List<ReminderRun> runs) {
        return runs.stream()
                .flatMap(run -> run.slots().stream())
                .flatMap(slot -> slot.zones().stream().map(zone -> new Mail(zone, slot.at())))
                .collect(Collectors.toSet());
    }

    /** What the turns leave of the budgets of these people. */
    Spending spend(List<Turn> turns, Set<Long> recipients) {
        var spending = new Spending(rules.budget());
        if (!recipients.isEmpty()) {
            var people = people(recipients);
            for (var turn : turns) {
                var asked = asked(people, turn.run(), spending);
                if (!asked.told().isEmpty()) {
                    spend(turn.policy(), turn.run().among(asked), spending);
                }
            }
        }
        return spending;
    }

    /**
     * Somebody who is told.
     *
     * @param zone as it stands with them
     * @param leads whether there is anybody to tell them about
     */
    private record Recipient(long id, String zone, boolean leads) {}

    private List<Recipient> people(Set<Long> recipients) {
        return jdbc.sql("""
                        select r.id, coalesce(r.time_zone, '') as time_zone,
                            exists (select 1 from participant pt where pt.lead_id = r.id) as leads
                        from person r join unnest(cast(:recipients as bigint array)) w(id) on w.id = r.id""")
                .param("recipients", recipients.toArray(Long[]::new))
                .query((row, number) ->
                        new Recipient(row.getLong("id"), row.getString("time_zone"), row.getBoolean("leads")))
                .list();
    }

    /** Those from whose budgets a run may still take something. */
    private static Among asked(List<Recipient> people, ReminderRun run, Spending spending) {
        var slots = new HashMap<String, Instant>();
        run.slots().forEach(slot -> slot.zones().forEach(zone -> slots.put(zone, slot.at())));
        var told = people.stream()
                .filter(person -> {
                    var slot = slots.get(person.zone());
                    return slot != null && spending.mayTake(person.id(), slot);
                })
                .toList();
        return new Among(
                Among.By.RECIPIENT,
                told.stream().map(Recipient::id).toList(),
                told.stream().filter(Recipient::leads).map(Recipient::id).toList());
    }

    /** A mail a person, whatever is in it: nobody reads the rows. */
    private void spend(PolicyRow policy, ReminderRun run, Spending spending) {
        var question = query.ask(new Scope.Everybody(), policy, run);
        jdbc.sql("""
                        select q.recipient_id, q.slot_at, max(q.spent) as spent, max(q.here) as here
                        from (%s) q
                        where q.reason is null
                        group by q.recipient_id, q.slot_at""".formatted(question.sql())).params(question.parameters()).query((ResultSet row) -> {
            spending.spend(
                    row.getLong("recipient_id"),
                    row.getTimestamp("slot_at").toInstant(),
                    row.getInt("spent"),
                    row.getInt("here") == 1);
        });
    }
}
