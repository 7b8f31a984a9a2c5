package org.weft.reports.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.mail.MessageStatus;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.workbook.FileFormat;

/** Reads subscriptions as their list shows them: four statements, however many there are. */
@Component
class SubscriptionReader {

    private static final String READ = """
            select s.*, coalesce(p.name, cy.name) as about, o.display_name as owner
            from report_subscription s
            join account o on o.id = s.owner_id
            left join program p on p.id = s.program_id
            left join cycle cy on cy.id = s.cycle_id
            where (s.owner_id = :me
                or exists (select 1 from report_recipient r where r.subscription_id = s.id and r.account_id = :me)
                or :hr and exists (
                    select 1 from report_recipient r where r.subscription_id = s.id and r.account_id <> s.owner_id))
            order by s.created_at, s.id""";

    private static final String RECIPIENTS = """
            select r.subscription_id, r.account_id, r.since, r.planned_on, a.display_name, a.time_zone
            from report_recipient r join account a on a.id = r.account_id
            where r.subscription_id in (:ids)
            order by lower(a.display_name), a.id""";

    /** The latest of each, what was asked for by hand apart. */
    private static final String RUNS = """
            select run.*, m.status as mail from (
                select t.*, row_number() over (
                    partition by t.subscription_id, t.account_id, t.trial order by t.due_at desc, t.id desc) as place
                from report_run t where t.subscription_id in (:ids)) run
            left join message m on m.unique_key = run.message_key
            where run.place = 1""";

    private final JdbcClient jdbc;
    private final Periods periods;
    private final Clock clock;

    SubscriptionReader(JdbcClient jdbc, Periods periods, Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.clock = clock;
    }

    private record Stored(
            long id,
            int version,
            SubscribedReport report,
            String about,
            Timing timing,
            Delivery delivery,
            boolean active,
            long ownerId,
            String owner) {}

    private record Getting(
            long subscriptionId,
            long accountId,
            String name,
            ZoneId zone,
            Instant since,
            @Nullable LocalDate planned) {}

    private record Of(long subscriptionId, long accountId, boolean trial) {}

    /** Those an account owns or gets, and for HR those set up for others, the oldest first; their filters not yet in words. */
    List<SubscriptionRow> list(long me, boolean hr) {
        var stored = jdbc.sql(READ)
                .param("me", me)
                .param("hr", hr)
                .query((row, n) -> stored(row))
                .list();
        if (stored.isEmpty()) {
            return List.of();
        }
        var ids = stored.stream().map(Stored::id).toList();
        var getting = getting(ids);
        var results = results(ids);
        var known = periods.ofSubscriptions();
        var rows = new ArrayList<SubscriptionRow>(stored.size());
        for (var one : stored) {
            var all = getting.getOrDefault(one.id(), List.of());
            var schedule = known.schedule(one.report(), one.timing());
            var recipients = all.stream()
                    .map(each -> recipient(each, schedule, results.get(new Of(one.id(), each.accountId(), false))))
                    .toList();
            var others = all.stream().anyMatch(each -> each.accountId() != one.ownerId());
            rows.add(new SubscriptionRow(
                    one.id(),
                    one.version(),
                    one.report(),
                    List.of(),
                    one.about(),
                    one.timing(),
                    one.delivery(),
                    one.active(),
                    one.owner(),
                    one.ownerId() == me,
                    one.ownerId() == me || hr && others,
                    recipients,
                    recipients.stream()
                            .filter(each -> each.accountId() == me)
                            .findFirst()
                            .orElse(null),
                    results.get(new Of(one.id(), me, true))));
        }
        return rows;
    }

    private Recipient recipient(Getting one, Schedule schedule, @Nullable RunResult last) {
        var now = clock.instant();
        var after = one.since().isAfter(now) ? one.since() : now;
        var next = schedule.next(after, one.planned(), one.zone())
                .map(due -> ZonedDateTime.ofInstant(due.at(), one.zone()))
                .orElse(null);
        return new Recipient(one.accountId(), one.name(), next, last);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getInt("version"),
                report(row),
                row.getString("about"),
                timing(row),
                Delivery.valueOf(row.getString("delivery")),
                row.getBoolean("active"),
                row.getLong("owner_id"),
                row.getString("owner"));
    }

    static SubscribedReport report(ResultSet row) throws SQLException {
        return new SubscribedReport(
                ReportKind.valueOf(row.getString("kind")),
                FileFormat.valueOf(row.getString("format")),
                ProgressView.of(row.getString("asked_view")),
                row.getObject("program_id", Long.class),
                row.getObject("cycle_id", Long.class));
    }

    static Timing timing(ResultSet row) throws SQLException {
        return new Timing(
                Rhythm.valueOf(row.getString("rhythm")),
                DayOfWeek.valueOf(row.getString("weekday")),
                row.getInt("month_day"),
                row.getObject("at_time", LocalTime.class));
    }

    private Map<Long, List<Getting>> getting(Collection<Long> ids) {
        var getting = new HashMap<Long, List<Getting>>();
        jdbc.sql(RECIPIENTS).param("ids", ids).query(row -> {
            var one = new Getting(
                    row.getLong("subscription_id"),
                    row.getLong("account_id"),
                    row.getString("display_name"),
                    ZoneId.of(row.getString("time_zone")),
                    row.getTimestamp("since").toInstant(),
                    row.getObject("planned_on", LocalDate.class));
            getting.computeIfAbsent(one.subscriptionId(), any -> new ArrayList<>())
                    .add(one);
        });
        return getting;
    }

    private Map<Of, RunResult> results(Collection<Long> ids) {
        var results = new HashMap<Of, RunResult>();
        jdbc.sql(RUNS).param("ids", ids).query(row -> {
            results.put(
                    new Of(row.getLong("subscription_id"), row.getLong("account_id"), row.getBoolean("trial")),
                    result(row));
        });
        return results;
    }

    private static RunResult result(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var mail = row.getString("mail");
        return new RunResult(
                row.getTimestamp("due_at").toInstant(),
                RunState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                reason == null ? null : SkipReason.valueOf(reason),
                Why.read(row),
                mail == null ? null : MessageStatus.valueOf(mail));
    }

    /** A subscription's recipients, by id. */
    List<Long> recipients(long id) {
        return jdbc.sql("select account_id from report_recipient where subscription_id = :id order by account_id")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** The latest day that is planned for an account, if one is. */
    Optional<LocalDate> plannedOn(long id, long accountId) {
        return jdbc.sql("""
                        select planned_on from report_recipient
                        where subscription_id = :id and account_id = :account and planned_on is not null""")
                .param("id", id)
                .param("account", accountId)
                .query(LocalDate.class)
                .optional();
    }
}
