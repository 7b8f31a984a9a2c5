package org.weft.reports.subscriptions;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who gets which subscription, and how far each is planned. */
@Component
class RecipientStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    RecipientStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One who gets a subscription that is not paused. */
    record Planned(
            long id,
            long subscriptionId,
            long accountId,
            SubscribedReport report,
            Timing timing,
            Instant since,
            @Nullable LocalDate plannedOn,
            ZoneId zone) {}

    /** Makes these the recipients, within the caller's transaction. Who stays is not touched. */
    @Transactional(propagation = Propagation.MANDATORY)
    void set(long subscriptionId, Collection<Long> wanted) {
        var before = new HashSet<>(jdbc.sql("select account_id from report_recipient where subscription_id = :id")
                .param("id", subscriptionId)
                .query(Long.class)
                .list());
        for (var account : before) {
            if (!wanted.contains(account)) {
                remove(subscriptionId, account);
            }
        }
        for (var account : wanted) {
            if (!before.contains(account)) {
                jdbc.sql("""
                                insert into report_recipient (subscription_id, account_id, since)
                                values (:id, :account, :now)""")
                        .param("id", subscriptionId)
                        .param("account", account)
                        .param("now", now())
                        .update();
            }
        }
    }

    /** What was due so far is made up for no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void beginAnew(long subscriptionId) {
        jdbc.sql("update report_recipient set since = :now where subscription_id = :id")
                .param("now", now())
                .param("id", subscriptionId)
                .update();
    }

    /** @return whether there was such a recipient */
    boolean remove(long subscriptionId, long accountId) {
        return jdbc.sql("delete from report_recipient where subscription_id = :id and account_id = :account")
                        .param("id", subscriptionId)
                        .param("account", accountId)
                        .update()
                > 0;
    }

    int count(long subscriptionId) {
        return jdbc.sql("select count(*) from report_recipient where subscription_id = :id")
                .param("id", subscriptionId)
                .query(Integer.class)
                .single();
    }

    /** Everybody for whom something may be due. */
    List<Planned> toPlan() {
        return jdbc.sql("""
                        select s.*, r.id as recipient_id, r.account_id, r.since, r.planned_on, a.time_zone
                        from report_recipient r
                        join report_subscription s on s.id = r.subscription_id
                        join account a on a.id = r.account_id
                        where s.active""")
                .query((row, n) -> new Planned(
                        row.getLong("recipient_id"),
                        row.getLong("id"),
                        row.getLong("account_id"),
                        SubscriptionReader.report(row),
                        SubscriptionReader.timing(row),
                        row.getTimestamp("since").toInstant(),
                        row.getObject("planned_on", LocalDate.class),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** @return false where somebody else was faster */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean plan(long recipientId, LocalDate day) {
        return jdbc.sql("""
                        update report_recipient set planned_on = :day
                        where id = :id and (planned_on is null or planned_on < :day)""").param("day", day).param("id", recipientId).update() > 0;
    }

    /** A recipient as a link in a mail names one. */
    record Named(long subscriptionId, long accountId) {}

    Optional<Named> find(long recipientId) {
        return jdbc.sql("""
                        select subscription_id, account_id
                        from report_recipient where id = :id""")
                .param("id", recipientId)
                .query((row, n) -> new Named(row.getLong("subscription_id"), row.getLong("account_id")))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
