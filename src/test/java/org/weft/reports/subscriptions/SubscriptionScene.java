package org.weft.reports.subscriptions;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.progress.ProgressView;
import org.weft.reports.Quarter;
import org.weft.reports.ReportKind;
import org.weft.reports.downloads.MakeNow;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.workbook.FileFormat;

/** A quarter with somebody of HR, a lead and an executive, each with an account and an address; and the jobs, run by hand. */
// Where the portal is started without what tests bring, nobody asks for it.
@Component
@Lazy
class SubscriptionScene {

    static final long HR = 71;
    static final long LEAD = 72;
    static final long EXECUTIVE = 73;

    /** The next one after {@link TestClock#START}, a Tuesday. */
    static final Timing MONDAYS = new Timing(Rhythm.WEEKLY, DayOfWeek.MONDAY, 1, LocalTime.of(7, 0));

    static final String FIRST_MONDAY = "2026-11-23T07:00:00Z";

    private final Fixture fixture;
    private final SubscriptionPlanner planner;
    private final SubscriptionSender sender;
    private final MakeNow maker;
    private final RunStore runs;

    private @Nullable Quarter quarter;

    SubscriptionScene(
            Fixture fixture, SubscriptionPlanner planner, SubscriptionSender sender, MakeNow maker, RunStore runs) {
        this.fixture = fixture;
        this.planner = planner;
        this.sender = sender;
        this.maker = maker;
        this.runs = runs;
    }

    Quarter quarter() {
        var scene = new Quarter(fixture);
        account(HR, "Helga Human", null, Role.HR);
        account(LEAD, "Lena Lead", scene.salesLead, Role.MANAGER);
        account(EXECUTIVE, "Emil Chief", null, Role.EXECUTIVE);
        quarter = scene;
        return scene;
    }

    void account(long id, String name, @Nullable Long personId, Role... roles) {
        fixture.account(id, name, personId);
        fixture.jdbc()
                .sql("update account set email = ? where id = ?")
                .params("account" + id + "@example.com", id)
                .update();
        for (var role : roles) {
            fixture.jdbc()
                    .sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
    }

    void signIn(long account) {
        var row = fixture.row("account", account);
        var roles = Set.copyOf(fixture.jdbc()
                .sql("select role from account_role where account_id = ?")
                .param(account)
                .query((rs, n) -> Role.valueOf(rs.getString("role")))
                .list());
        SignedIn.with(new AccountDetails(
                account,
                "account" + account,
                String.valueOf(row.get("display_name")),
                null,
                true,
                roles,
                (Long) row.get("person_id"),
                ExecutiveReach.WHOLE,
                Locale.forLanguageTag(String.valueOf(row.get("language"))),
                ZoneId.of(String.valueOf(row.get("time_zone")))));
    }

    /** About whichever cycle of the quarter's program runs. */
    SubscribedReport running(ReportKind kind) {
        return new SubscribedReport(kind, program(), null);
    }

    /** The same, of those a view of the progress list shows. */
    SubscriptionDraft filtered(ReportKind kind, String view, Long... recipients) {
        return new SubscriptionDraft(
                new SubscribedReport(kind, FileFormat.XLSX, ProgressView.of(view), program(), null),
                MONDAYS,
                Delivery.ATTACHMENT,
                Set.of(recipients));
    }

    long program() {
        return (Long)
                fixture.row("cycle", Objects.requireNonNull(quarter).cycle).get("program_id");
    }

    SubscriptionDraft draft(ReportKind kind, Delivery delivery, Long... recipients) {
        return new SubscriptionDraft(running(kind), MONDAYS, delivery, Set.of(recipients));
    }

    /** As the jobs of a node do, on a thread nobody is signed in on: plans what is due, and sends it. */
    int jobs() {
        return CompletableFuture.supplyAsync(() -> {
                    var planned = planner.plan();
                    send();
                    return planned;
                })
                .join();
    }

    /** Takes every report that is under way as far as it goes without waiting for another attempt. */
    void send() {
        for (var id : underWay()) {
            for (var steps = 0;
                    sender.step(id).filter(SubscriptionSender.SOON::equals).isPresent();
                    steps++) {
                if (steps > 100) {
                    throw new IllegalStateException("Report " + id + " does not come to an end");
                }
                maker.run();
            }
        }
    }

    /** One step of each, in which its file is asked for. */
    void orderOnly() {
        CompletableFuture.runAsync(this::stepOnly).join();
    }

    /** The same, and the file is made. */
    void makeOnly() {
        orderOnly();
        CompletableFuture.runAsync(maker::run).join();
    }

    void stepOnly() {
        underWay().forEach(sender::step);
    }

    void clean() {
        runs.clean();
    }

    List<Long> underWay() {
        return fixture.jdbc()
                .sql("select id from report_run where state in ('PLANNED', 'MAKING') order by account_id")
                .query(Long.class)
                .list();
    }

    /** The state of each, by account, with what it says of why. */
    List<String> outcomes() {
        return fixture.jdbc().sql("""
                        select account_id || ' ' || state || coalesce(' ' || reason, '') || coalesce(' ' || why_key, '')
                        from report_run order by due_at, account_id""").query(String.class).list();
    }

    List<Map<String, Object>> mails() {
        return fixture.jdbc()
                .sql("select * from message order by to_address, id")
                .query()
                .listOfRows();
    }
}
