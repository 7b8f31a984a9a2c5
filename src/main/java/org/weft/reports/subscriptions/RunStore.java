package org.weft.reports.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.Text;

/** The reports that are due, under way or over. One that has come to its end stays as it is. */
@Component
class RunStore {

    /** How long it is told what came of one. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final String UNDER_WAY = " where id = :id and state in ('PLANNED', 'MAKING')";

    private final JdbcClient jdbc;
    private final Clock clock;

    RunStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id; empty where it is planned already */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> add(long subscriptionId, long accountId, Instant dueAt, boolean trial, @Nullable Long endedCycleId) {
        var id = jdbc.sql("select nextval('report_run_seq')").query(Long.class).single();
        var added = jdbc.sql("""
                        insert into report_run (id, subscription_id, account_id, due_at, trial, cycle_id, state)
                        values (:id, :subscription, :account, :due, :trial, :cycle, 'PLANNED')
                        on conflict do nothing""")
                .param("id", id)
                .param("subscription", subscriptionId)
                .param("account", accountId)
                .param("due", Timestamp.from(dueAt))
                .param("trial", trial)
                .param("cycle", endedCycleId)
                .update();
        return added > 0 ? Optional.of(id) : Optional.empty();
    }

    boolean trialUnderWay(long subscriptionId, long accountId) {
        return jdbc.sql("""
                        select count(*) from report_run
                        where subscription_id = :subscription and account_id = :account and trial
                            and state in ('PLANNED', 'MAKING')""")
                        .param("subscription", subscriptionId)
                        .param("account", accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Run> find(long id) {
        return jdbc.sql("""
                        select s.*, run.id as run_id, run.account_id, run.due_at, run.trial, run.cycle_id as ended_cycle,
                            run.state, run.attempts, run.download_id, coalesce(p.name, cy.name) as about,
                            o.display_name as owner, r.id as recipient_id, a.active as account_active, a.display_name,
                            coalesce(nullif(a.email, ''), person.email) as address
                        from report_run run
                        join report_subscription s on s.id = run.subscription_id
                        join account o on o.id = s.owner_id
                        join account a on a.id = run.account_id
                        left join person on person.id = a.person_id
                        left join program p on p.id = s.program_id
                        left join cycle cy on cy.id = s.cycle_id
                        left join report_recipient r on r.subscription_id = s.id and r.account_id = a.id
                        where run.id = :id""").param("id", id).query(RunStore::run).optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("run_id"),
                row.getLong("id"),
                row.getLong("account_id"),
                row.getTimestamp("due_at").toInstant(),
                row.getBoolean("trial"),
                row.getObject("ended_cycle", Long.class),
                RunState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("download_id", Long.class),
                SubscriptionReader.report(row),
                SubscriptionReader.timing(row),
                Delivery.valueOf(row.getString("delivery")),
                row.getString("about"),
                row.getString("owner"),
                row.getLong("owner_id") == row.getLong("account_id"),
                row.getObject("recipient_id", Long.class),
                row.getBoolean("account_active"),
                row.getString("display_name"),
                row.getString("address"));
    }

    void making(Run run, long downloadId) {
        jdbc.sql("update report_run set state = 'MAKING', download_id = :download" + UNDER_WAY)
                .param("download", downloadId)
                .param("id", run.id())
                .update();
    }

    void again(Run run) {
        jdbc.sql("update report_run set state = 'PLANNED', attempts = :attempts, download_id = null" + UNDER_WAY)
                .param("attempts", run.attempts() + 1)
                .param("id", run.id())
                .update();
    }

    void failed(Run run) {
        end(run, RunState.FAILED, ", attempts = :attempts")
                .param("attempts", run.attempts() + 1)
                .update();
    }

    void skipped(Run run, SkipReason reason) {
        end(run, RunState.SKIPPED, ", reason = :reason")
                .param("reason", reason.name())
                .update();
    }

    /** Within the transaction that writes its mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mailed(Run run, @Nullable Text nothing) {
        end(
                        run,
                        nothing == null ? RunState.SENT : RunState.NOTHING,
                        ", message_key = :message, why_key = :key, why_detail = :detail")
                .param("message", run.messageKey())
                .param("key", nothing == null ? null : nothing.key())
                .param("detail", nothing == null ? null : Why.detail(nothing))
                .update();
    }

    private JdbcClient.StatementSpec end(Run run, RunState state, String more) {
        return jdbc.sql("update report_run set state = :state, ended_at = :now" + more + UNDER_WAY)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", run.id());
    }

    /** Deletes what nobody asks after any more. */
    @Transactional
    public void clean() {
        jdbc.sql("delete from report_run where ended_at <= :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
