package org.weft.reports.subscriptions;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.TaskQueue;
import org.weft.base.Text;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;

/**
 * Standing orders for reports. Everybody who may have a report subscribes to it for themselves; HR for others as well. Whoever
 * gets one sees by it what they may see at that moment, whoever set it up. An account sees the subscriptions it owns or
 * gets; HR also those set up for others, so that none is left without anybody who could end it.
 *
 * @see <a href="../../../../../../../docs/decisions/028-a-report-comes-in-its-readers-scope.md">decision 028</a>
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR', 'MANAGER')")
@Transactional
public class SubscriptionService {

    /** How many one account may own. */
    static final int MOST = 50;

    private static final String THING = Subscription.THING;

    private final SubscriptionRepository subscriptions;
    private final SubscriptionReader reader;
    private final SubscriptionRules rules;
    private final SubscribedFilters filters;
    private final RecipientStore recipients;
    private final Unsubscribing unsubscribing;
    private final RunStore runs;
    private final TaskQueue tasks;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final Clock clock;

    SubscriptionService(
            SubscriptionRepository subscriptions,
            SubscriptionReader reader,
            SubscriptionRules rules,
            SubscribedFilters filters,
            RecipientStore recipients,
            Unsubscribing unsubscribing,
            RunStore runs,
            TaskQueue subscriptionTasks,
            CurrentUser currentUser,
            AuditTrail audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.rules = rules;
        this.filters = filters;
        this.recipients = recipients;
        this.unsubscribing = unsubscribing;
        this.runs = runs;
        this.tasks = subscriptionTasks;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those the account owns or gets, and for HR those set up for others; the oldest first. */
    @Transactional(readOnly = true)
    public List<SubscriptionRow> list() {
        var rows = reader.list(currentUser.get().id(), currentUser.has(Role.HR));
        var said = filters.said(rows.stream().map(SubscriptionRow::report).toList());
        return said.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> row.saying(said.getOrDefault(row.report(), List.of())))
                        .toList();
    }

    /** What the filter of a report is called, as in {@link SubscriptionRow#filter}; for who chooses one. */
    @Transactional(readOnly = true)
    public List<Text> filter(SubscribedReport report) {
        return filters.said(List.of(report)).getOrDefault(report, List.of());
    }

    /** The programs, and then the cycles, a report of that kind may be about for this account. */
    @Transactional(readOnly = true)
    public List<CycleChoice> choices(ReportKind kind) {
        return rules.choices(kind);
    }

    /** Accounts that may have a report of that kind, by words of their name or address; for HR. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('HR')")
    public List<RecipientOption> recipients(ReportKind kind, String text, Pageable page) {
        return rules.find(kind, text, page.getOffset(), page.getPageSize());
    }

    /**
     * When one would be due next, where the account is; empty where none is in sight.
     *
     * @param id of the one that is changed, null for a new one
     */
    @Transactional(readOnly = true)
    public Optional<ZonedDateTime> next(SubscriptionDraft draft, @Nullable Long id) {
        return rules.next(draft, id);
    }

    /**
     * Something as it is stored, to be changed.
     *
     * @param recipients by name
     */
    public record Stored(int version, SubscriptionDraft draft, List<Recipient> recipients) {}

    /** @throws NotFoundException if there is none that the account may change */
    @Transactional(readOnly = true)
    public Stored get(long id) {
        var row = changeable(id);
        return new Stored(
                row.version(),
                new SubscriptionDraft(
                        row.report(),
                        row.timing(),
                        row.delivery(),
                        Set.copyOf(row.recipients().stream()
                                .map(Recipient::accountId)
                                .toList())),
                row.recipients());
    }

    /**
     * Sets one up. What is due from now on is sent.
     *
     * @return its id
     * @throws AccessDeniedException if the account may not have such a report
     * @throws InvalidInputException at the field that breaks a rule
     */
    public long add(SubscriptionDraft draft) {
        var checked = rules.checked(draft, null);
        var me = currentUser.get().id();
        if (subscriptions.countByOwnerId(me) >= MOST) {
            throw new InvalidInputException(Text.of("reports.subscription.error.many", MOST));
        }
        var subscription = subscriptions.saveAndFlush(new Subscription(me, clock.instant(), checked));
        recipients.set(subscription.id(), checked.recipients());
        audit.record(subscription.event("SUBSCRIPTION_ADDED").detail(detail(checked)));
        return subscription.id();
    }

    /**
     * Changes one. With another report or another time it begins anew: what has been due by now is not made up for.
     *
     * @param version the one the edit started from
     * @throws NotFoundException if there is none that the account may change
     * @throws StaleEditException if somebody changed it since
     * @throws InvalidInputException at the field that breaks a rule
     */
    public void save(long id, int version, SubscriptionDraft draft) {
        changeable(id);
        var subscription = find(id, version);
        var checked = rules.checked(draft, id);
        var before = new SubscriptionDraft(
                subscription.report(),
                subscription.timing(),
                subscription.delivery(),
                new HashSet<>(reader.recipients(id)));
        if (before.equals(checked)) {
            return;
        }
        subscription.change(checked);
        flush(subscription);
        recipients.set(id, checked.recipients());
        if (!before.report().equals(checked.report()) || !before.timing().equals(checked.timing())) {
            recipients.beginAnew(id);
        }
        audit.record(subscription.event("SUBSCRIPTION_CHANGED").detail(detail(before) + " → " + detail(checked)));
    }

    /** Pauses one, or goes on with it: what was due in between is not made up for. Throws as {@link #save}. */
    public void activate(long id, int version, boolean active) {
        changeable(id);
        var subscription = find(id, version);
        if (subscription.active() == active) {
            return;
        }
        subscription.setActive(active);
        flush(subscription);
        if (active) {
            recipients.beginAnew(id);
        }
        audit.record(subscription.event(active ? "SUBSCRIPTION_RESUMED" : "SUBSCRIPTION_PAUSED"));
    }

    /** Ends one for all who get it, for good; does nothing where it has ended. */
    public void end(long id) {
        subscriptions.findById(id).ifPresent(subscription -> {
            changeable(id);
            subscriptions.delete(subscription);
            subscriptions.flush();
            audit.record(subscription.event("SUBSCRIPTION_ENDED"));
        });
    }

    /** Ends one for the account alone, also where somebody else set it up. The last to leave ends it. */
    public void leave(long id) {
        unsubscribing.leave(id, currentUser.get().id());
    }

    /**
     * Has one sent at once to the account itself, as it may see it.
     *
     * @throws NotFoundException if there is none it owns, gets or may change
     * @throws InvalidInputException if the one before is still under way
     */
    public void tryNow(long id) {
        var row = visible(id);
        var me = currentUser.get();
        if (runs.trialUnderWay(id, me.id())) {
            throw new InvalidInputException(Text.of("reports.subscription.error.trial"));
        }
        runs.add(id, me.id(), clock.instant(), true, rules.endedCycle(row.report(), row.timing(), me))
                .ifPresent(tasks::add);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tasks.wake();
            }
        });
    }

    private SubscriptionRow visible(long id) {
        return list().stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(THING, id));
    }

    private SubscriptionRow changeable(long id) {
        return Optional.of(visible(id))
                .filter(SubscriptionRow::changeable)
                .orElseThrow(() -> new NotFoundException(THING, id));
    }

    private Subscription find(long id, int version) {
        var subscription = subscriptions.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        if (subscription.version() != version) {
            throw new StaleEditException(THING, id);
        }
        return subscription;
    }

    private void flush(Subscription subscription) {
        try {
            subscriptions.saveAndFlush(subscription);
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(THING, subscription.id());
        }
    }

    private static String detail(SubscriptionDraft draft) {
        var report = draft.report();
        var timing = draft.timing();
        var day = switch (timing.rhythm()) {
            case WEEKLY -> " " + timing.weekday();
            case MONTHLY -> " " + timing.monthDay();
            case END_OF_CYCLE -> "";
        };
        return "%s %s%s, %s, %s%s %s, %s, accounts %s"
                .formatted(
                        report.kind(),
                        report.format(),
                        report.view().equals(ProgressView.ALL)
                                ? ""
                                : " (" + report.view().query() + ")",
                        report.cycleId() == null ? "program " + report.programId() : "cycle " + report.cycleId(),
                        timing.rhythm(),
                        day,
                        timing.time(),
                        draft.delivery(),
                        draft.recipients().stream().sorted().toList());
    }
}
