package org.weft.reminders.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.reminders.policy.Forecast.Entry;
import org.weft.reminders.policy.ReminderRun.Among;

/** "What goes out on Monday, and why": asks for a day ahead what the planner asks when the day begins. */
@Service
@PreAuthorize("hasRole('HR')")
public class ForecastService {

    private final PolicyReader policies;
    private final PolicyQuery query;
    private final ReminderRuns runs;
    private final WeekBefore weekBefore;
    private final JdbcClient jdbc;

    ForecastService(
            PolicyReader policies, PolicyQuery query, ReminderRuns runs, WeekBefore weekBefore, JdbcClient jdbc) {
        this.policies = policies;
        this.query = query;
        this.runs = runs;
        this.weekBefore = weekBefore;
        this.jdbc = jdbc;
    }

    /**
     * What a policy comes to on a day where each recipient is, if nothing else happens until then. A policy that is off is
     * asked as if it were on. The budget counts what is planned already and what policies that are on will have planned by
     * then.
     *
     * @throws NotFoundException if there is no such policy
     */
    @Transactional(readOnly = true)
    public Forecast forecast(Scope scope, long policyId, LocalDate day) {
        var policy = policies.find(policyId).orElseThrow(() -> new NotFoundException("policy", policyId));
        var own = runs.on(policy.terms(), day);
        var before = weekBefore.turns(policy, day, own);
        var found = new ArrayList<Found>();
        own.forEach(run -> look(scope, policy, run, !before.isEmpty(), found));
        if (!before.isEmpty()) {
            var spending = weekBefore.spend(before, recipients(found));
            found.replaceAll(one -> one.within(spending));
        }
        return new Forecast(policy, own, numbers(found, false), numbers(found, true));
    }

    /**
     * Some of a forecast's reminders, by the names of their recipients: of those that go out, or of those left out. Who has
     * left since is not among them.
     */
    @Transactional(readOnly = true)
    public List<ForecastRow> page(Scope scope, Forecast forecast, boolean goingOut, long offset, int size) {
        var entries = forecast.page(goingOut, offset, size);
        var ids = entries.stream().map(Entry::participantId).distinct().toList();
        var rows = new HashMap<Entry, ForecastRow>();
        for (var run : forecast.among(new Among(Among.By.PARTICIPANT, ids, ids))) {
            read(scope, forecast.policy(), run, rows);
        }
        var page = new ArrayList<ForecastRow>(entries.size());
        for (var entry : entries) {
            var row = rows.get(entry.told());
            if (row != null) {
                page.add(entry.isOverBudget() ? row.heldBack(HeldBackReason.OVER_BUDGET) : row);
            }
        }
        return page;
    }

    /** @param mail what it takes from the recipient's budget, which others may spend before; null where none can */
    private record Found(Entry entry, @Nullable Mail mail) {

        Found within(Spending spending) {
            return mail == null || spending.spend(mail.recipientId(), mail.slot(), mail.spent(), mail.here())
                    ? this
                    : new Found(entry.overBudget(), null);
        }
    }

    private record Mail(long recipientId, Instant slot, int spent, boolean here) {}

    private static Set<Long> recipients(List<Found> found) {
        return found.stream()
                .map(Found::mail)
                .filter(Objects::nonNull)
                .map(Mail::recipientId)
                .collect(Collectors.toSet());
    }

    private static long[] numbers(List<Found> found, boolean heldBack) {
        return found.stream()
                .map(Found::entry)
                .filter(entry -> entry.isHeldBack() == heldBack)
                .mapToLong(Entry::number)
                .toArray();
    }

    private void look(Scope scope, PolicyRow policy, ReminderRun run, boolean mails, List<Found> found) {
        var question = query.ask(scope, policy, run);
        jdbc.sql("""
                        select q.participant_id, q.recipient_id, q.role, q.escalated, q.slot_at, q.spent, q.here, q.reason
                        from (%s) q
                        join participant pt on pt.id = q.participant_id
                        join person p on p.id = pt.person_id
                        left join person r on r.id = q.recipient_id
                        order by r.sort_name, p.sort_name, q.participant_id""".formatted(question.sql())).params(question.parameters()).query((ResultSet row) -> {
            var entry = entry(row);
            found.add(new Found(entry, mails && !entry.isHeldBack() ? mail(row) : null));
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return Entry.of(
                row.getLong("participant_id"),
                isToLead(row),
                row.getBoolean("escalated"),
                row.getString("reason") != null);
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(row.getLong("recipient_id"), slot(row), row.getInt("spent"), row.getInt("here") == 1);
    }

    private void read(Scope scope, PolicyRow policy, ReminderRun run, Map<Entry, ForecastRow> rows) {
        var question = query.ask(scope, policy, run);
        jdbc.sql("""
                        select q.*, p.display_name as about, r.display_name as recipient
                        from (%s) q
                        join participant pt on pt.id = q.participant_id
                        join person p on p.id = pt.person_id
                        left join person r on r.id = q.recipient_id""".formatted(question.sql())).params(question.parameters()).query((ResultSet row) -> {
            rows.put(entry(row).told(), row(row, policy));
        });
    }

    private static ForecastRow row(ResultSet row, PolicyRow policy) throws SQLException {
        var reason = row.getString("reason");
        return new ForecastRow(
                row.getLong("participant_id"),
                row.getString("about"),
                row.getObject("recipient_id", Long.class),
                row.getString("recipient"),
                slot(row),
                isToLead(row),
                row.getBoolean("escalated"),
                PolicyWords.why(policy.terms().kind(), row.getInt("things"), row.getInt("days")),
                reason == null ? null : HeldBackReason.valueOf(reason),
                null);
    }

    private static boolean isToLead(ResultSet row) throws SQLException {
        return PolicyRecipient.LEAD.name().equals(row.getString("role"));
    }

    private static Instant slot(ResultSet row) throws SQLException {
        return row.getTimestamp("slot_at").toInstant();
    }
}
