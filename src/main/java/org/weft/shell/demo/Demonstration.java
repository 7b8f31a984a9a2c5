package org.weft.shell.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.conversations.ConversationFigures;
import org.weft.objectives.PlanFigures;
import org.weft.people.ReportingLines;
import org.weft.people.TeamClosure;
import org.weft.programs.DirectoryCopy;
import org.weft.shell.AsPortal;

/**
 * Fills an empty portal with the demonstration, in one transaction and before the web server opens. A portal that holds
 * an account is left as it is.
 */
@Component
@Profile("demo")
class Demonstration implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DemoAccounts accounts;
    private final TeamClosure teams;
    private final ReportingLines lines;
    private final DirectoryCopy directory;
    private final PlanFigures plans;
    private final ConversationFigures conversations;
    private final AuditTrail audit;
    private boolean running;

    Demonstration(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            DemoAccounts accounts,
            TeamClosure teams,
            ReportingLines lines,
            DirectoryCopy directory,
            PlanFigures plans,
            ConversationFigures conversations,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = accounts;
        this.teams = teams;
        this.lines = lines;
        this.directory = directory;
        this.plans = plans;
        this.conversations = conversations;
        this.audit = audit;
    }

    @Override
    public void start() {
        running = true;
        var present = jdbc.queryForObject("select count(*) from account", Long.class);
        if (present != null && present == 0) {
            AsPortal.run(Role.HR, () -> transaction.executeWithoutResult(status -> fill()));
        }
    }

    private void fill() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var everybody = new DemoOrganisation(jdbc, now, today).write(jdbc);
        teams.rebuild();
        lines.rebuild();
        var participants = new DemoQuarters(jdbc, now, today, everybody).write();
        directory.adopt(participants);
        plans.recount(participants);
        accounts.write(everybody, now);
        new DemoConfirmations(jdbc, today).write();
        conversations.recount(participants);
        new DemoReminders(jdbc, now).write();
        new DemoSubscription(jdbc, now).write();
        audit.record(AuditEvent.of("DEMONSTRATION_FILLED", "portal", null, DemoPeople.ORGANISATION));
        log.info("The demonstration is filled: {} people, {} participants", everybody.size(), participants.size());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts late. */
    @Override
    public int getPhase() {
        return 0;
    }
}
