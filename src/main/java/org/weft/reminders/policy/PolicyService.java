package org.weft.reminders.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;

/** The policies of the house: HR sees, changes and switches them. A starter set is there from the beginning, switched off. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class PolicyService {

    private static final String THING = "policy";

    private final ReminderPolicyRepository policies;
    private final PolicyReader reader;
    private final PolicyRules rules;
    private final ReminderStore reminders;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyService(
            ReminderPolicyRepository policies,
            PolicyReader reader,
            PolicyRules rules,
            ReminderStore reminders,
            AuditTrail audit,
            Clock clock) {
        this.policies = policies;
        this.reader = reader;
        this.rules = rules;
        this.reminders = reminders;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, earlier hours first. */
    @Transactional(readOnly = true)
    public List<PolicyRow> list() {
        return reader.all();
    }

    /** @throws NotFoundException if there is none */
    @Transactional(readOnly = true)
    public PolicyRow get(long id) {
        return reader.find(id).orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Adds one of the house's own, switched off.
     *
     * @return its id
     * @throws InvalidInputException at the field that breaks a rule
     */
    public long add(PolicyDraft draft) {
        var policy = policies.saveAndFlush(new ReminderPolicy(rules.checked(draft, false)));
        audit.record(AuditEvent.of("POLICY_ADDED", THING, policy.id(), policy.label()));
        return policy.id();
    }

    /**
     * Changes one. What is planned for today already goes out as it was planned; other weekdays hold from the first day that
     * is planned nowhere.
     *
     * @param version the one the edit started from
     * @throws NotFoundException if there is none
     * @throws StaleEditException if somebody changed it since
     * @throws InvalidInputException at the field that breaks a rule
     */
    public void save(long id, int version, PolicyDraft draft) {
        var policy = find(id, version);
        var checked = rules.checked(draft, policy.starter() != null);
        var planned = policy.active()
                ? reminders.plannedThrough(id).values().stream().max(Comparator.naturalOrder())
                : Optional.<LocalDate>empty();
        planned.ifPresentOrElse(day -> policy.change(checked, day), () -> policy.change(checked));
        flush(policy);
        audit.record(AuditEvent.of("POLICY_CHANGED", THING, id, policy.label()));
    }

    /** Switches one on from now, or off: what is planned and has not been sent is then called off. Throws as {@link #save}. */
    public void switchTo(long id, int version, boolean on) {
        switchTo(find(id, version), on);
    }

    /** Switches the whole starter set on, or off. */
    public void switchStarters(boolean on) {
        policies.findByStarterNotNull().stream()
                .filter(policy -> policy.active() != on)
                .forEach(policy -> switchTo(policy, on));
    }

    private void switchTo(ReminderPolicy policy, boolean on) {
        if (on) {
            policy.switchOn(clock.instant());
        } else {
            policy.switchOff();
        }
        flush(policy);
        audit.record(
                AuditEvent.of(on ? "POLICY_SWITCHED_ON" : "POLICY_SWITCHED_OFF", THING, policy.id(), policy.label()));
    }

    private ReminderPolicy find(long id, int version) {
        var policy = policies.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        if (policy.version() != version) {
            throw new StaleEditException(THING, id);
        }
        return policy;
    }

    private void flush(ReminderPolicy policy) {
        try {
            policies.saveAndFlush(policy);
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(THING, policy.id());
        }
    }
}
