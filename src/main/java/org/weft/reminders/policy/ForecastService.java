package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;

/** "What goes out on Monday, and why": asks for a day ahead what the planner asks when the day begins. */
@Service
@PreAuthorize("hasRole('HR')")
public class ForecastService {

    private final PolicyReader policies;
    private final PolicyQuery query;
    private final ReminderRuns runs;
    private final ReminderRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    ForecastService(
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

    /**
     * What a policy comes to on a day where each recipient is, if nothing else happens until then: what goes out, and what
     * is left out with the reason. A policy that is off is asked as if it were on. The budget counts what is planned
     * already and what policies that are on will have planned by then.
     *
     * @throws NotFoundException if there is no such policy
     */
    @Transactional(readOnly = true)
    public List<ForecastRow> forecast(Scope scope, long policyId, LocalDate day) {
        var policy = policies.find(policyId).orElseThrow(() -> new NotFoundException("policy", policyId));
        var own = runs.on(policy.terms(), day);
        var found =
                own.stream().flatMap(run -> ask(scope, policy, run).stream()).toList();
        if (policy.terms().required()) {
            return found.stream().map(Found::row).toList();
        }
        var spending = new Spending(rules.budget());
        spendBefore(policy, day, own, recipients(found), spending);
        return found.stream().map(one -> one.within(spending)).toList();
    }

    /** A row as the question answers it, before the budget is asked what others take of it first. */
    private record Found(ForecastRow row, int spent, boolean here) {

        ForecastRow within(Spending spending) {
            var recipient = row.recipientId();
            return recipient == null || !row.goesOut() || spending.spend(recipient, row.slot(), spent, here)
                    ? row
                    : row.heldBack(HeldBackReason.OVER_BUDGET);
        }
    }

    private static Set<Long> recipients(List<Found> found) {
        return found.stream()
                .map(Found::row)
                .filter(ForecastRow::goesOut)
                .map(ForecastRow::recipientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What others take of these people's budget of the week before this policy's turn on the day. */
    private void spendBefore(
            PolicyRow policy, LocalDate day, List<ReminderRun> own, Set<Long> recipients, Spending spending) {
        var before = before(policy, day);
        // What goes into the same mails costs nothing, so nobody needs to be asked about.
        if (!recipients.isEmpty()
                && !mails(own).containsAll(mails(before.stream().map(Turn::run).toList()))) {
            before.forEach(turn -> spend(turn.policy(), turn.run(), recipients, spending));
        }
    }

    private record Turn(PolicyRow policy, ReminderRun run) {}

    /** What will be planned that week before this policy's turn on the day, in that order. */
    private List<Turn> before(PolicyRow policy, LocalDate day) {
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
        return turns;
    }

    private record Mail(String zone, Instant slot) {}

    private static Set<Mail> mails(List<ReminderRun> runs) {
        return runs.stream()
                .flatMap(run -> run.slots().stream())
                .flatMap(slot -> slot.zones().stream().map(zone -> new Mail(zone, slot.at())))
                .collect(Collectors.toSet());
    }

    /** Takes what a run comes to from the budgets. A mail a person, whatever is in it: nobody reads the rows. */
    private void spend(PolicyRow policy, ReminderRun run, Set<Long> recipients, Spending spending) {
        var question = query.ask(new Scope.Everybody(), policy, run.to(recipients));
        jdbc.sql("""
                        select q.recipient_id, q.slot_at, max(q.spent) as spent, max(q.here) as here
                        from (%s) q
                        where q.reason is null
                        group by q.recipient_id, q.slot_at""".formatted(question.sql())).params(question.parameters()).query((ResultSet row) -> {
            spending.spend(row.getLong("recipient_id"), slot(row), row.getInt("spent"), row.getInt("here") == 1);
        });
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

    private static Instant slot(ResultSet row) throws SQLException {
        return row.getTimestamp("slot_at").toInstant();
    }

    private List<Found> ask(Scope scope, PolicyRow policy, ReminderRun run) {
        var question = query.ask(scope, policy, run);
        return jdbc.sql("""
                        select q.*, p.display_name as about, r.display_name as recipient
                        from (%s) q
                        join participant pt on pt.id = q.participant_id
                        join person p on p.id = pt.person_id
                        left join person r on r.id = q.recipient_id
                        order by r.sort_name, p.sort_name, q.participant_id""".formatted(question.sql()))
                .params(question.parameters())
                .query((row, number) -> found(row, policy))
                .list();
    }

    private static Found found(ResultSet row, PolicyRow policy) throws SQLException {
        var reason = row.getString("reason");
        return new Found(
                new ForecastRow(
                        row.getLong("participant_id"),
                        row.getString("about"),
                        row.getObject("recipient_id", Long.class),
                        row.getString("recipient"),
                        slot(row),
                        PolicyRecipient.LEAD.name().equals(row.getString("role")),
                        row.getBoolean("escalated"),
                        PolicyWords.why(policy.terms().kind(), row.getInt("things"), row.getInt("days")),
                        reason == null ? null : HeldBackReason.valueOf(reason)),
                row.getInt("spent"),
                row.getInt("here") == 1);
    }
}
