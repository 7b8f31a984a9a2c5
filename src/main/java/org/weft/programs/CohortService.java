package org.weft.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The groups that go through a cycle together. HR makes and changes them; a lead reads the cohorts led and those in
 * which they have people, and of these only the people in scope. What the scope does not reach does not exist.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class CohortService {

    static final String THING = "cohort";

    private final CohortRepository cohorts;
    private final CohortList list;
    private final ProgramLock lock;
    private final CohortMembers members;
    private final Leaving leaving;
    private final DirectoryCopy copy;
    private final Directory directory;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    CohortService(
            CohortRepository cohorts,
            CohortList list,
            ProgramLock lock,
            CohortMembers members,
            Leaving leaving,
            DirectoryCopy copy,
            Directory directory,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.cohorts = cohorts;
        this.list = list;
        this.lock = lock;
        this.members = members;
        this.leaving = leaving;
        this.copy = copy;
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** The cohorts of a cycle that the scope reaches, by name. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<CohortOption> options(Scope scope, long cycleId) {
        return list.ofCycle(scope, cycleId).stream()
                .map(cohort -> new CohortOption(cohort.id(), cohort.name(), cohort.size(), cohort.leadName()))
                .toList();
    }

    /** As {@link #options}, with what a program's page shows of them. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<CohortRow> list(Scope scope, long cycleId) {
        return list.ofCycle(scope, cycleId).stream()
                .map(cohort -> new CohortRow(
                        cohort.id(),
                        cohort.name(),
                        cohort.leadName(),
                        cohort.audience(),
                        cohort.size(),
                        cohort.withoutObjectives()))
                .toList();
    }

    /** @throws NotFoundException if there is none or the scope does not reach it */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public CohortDetails get(Scope scope, long id) {
        return list.find(scope, id).orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Adds a cohort without members; {@link Participants#update} fills one that has a rule.
     *
     * @return its id
     * @throws InvalidInputException if the input breaks the rules of {@link CohortDraft}, the name is taken, or the
     *     program is over
     */
    public long add(long cycleId, CohortDraft draft) {
        lock.openForCycle(cycleId);
        var checked = checked(draft, null);
        var cohort = Saving.named(THING, 0, checked.name(), () -> cohorts.saveAndFlush(new Cohort(cycleId, checked)));
        audit.record(AuditEvent.of("COHORT_ADDED", THING, cohort.id(), cohort.name())
                .detail("lead: " + directory.person(cohort.leadId())));
        return cohort.id();
    }

    /**
     * Changes name, lead and audience. Members stay as they are until {@link Participants#update} is asked for.
     *
     * @param version the one the edit started from
     * @throws StaleEditException if somebody changed the cohort since
     * @throws InvalidInputException as {@link #add} does
     */
    public void save(long id, int version, CohortDraft draft) {
        var cohort = find(id, version);
        var checked = checked(draft, cohort.leadId());
        var detail = new Changes()
                .of("name", cohort.name(), checked.name())
                .of("lead", directory.person(cohort.leadId()), directory.person(checked.leadId()))
                .of("audience", cohort.audience(), checked.audience())
                .of(
                        "team",
                        directory.team(cohort.rule().teamId()),
                        directory.team(checked.rule().teamId()))
                .of("level", cohort.rule().level(), checked.rule().level())
                .of("job title", cohort.rule().jobTitle(), checked.rule().jobTitle())
                .of("location", cohort.rule().location(), checked.rule().location())
                .of("joined since", cohort.rule().joinedSince(), checked.rule().joinedSince())
                .toString();
        if (detail.isEmpty()) {
            return;
        }
        members.holdOfCohort(id);
        cohort.change(checked);
        Saving.named(THING, id, checked.name(), () -> cohorts.saveAndFlush(cohort));
        copy.cohort(id);
        audit.record(AuditEvent.of("COHORT_CHANGED", THING, id, checked.name()).detail(detail));
    }

    /**
     * Removes a cohort for good, with its members and what was assigned to them.
     *
     * @throws StaleEditException if somebody changed the cohort since
     * @throws InvalidInputException if a member has begun to work on an objective
     */
    public void remove(long id, int version) {
        var cohort = find(id, version);
        var members = jdbc.sql("select id from participant where cohort_id = ?")
                .param(id)
                .query(Long.class)
                .list();
        var begun = leaving.begunForGood(members).size();
        if (begun > 0) {
            throw new InvalidInputException(Text.of("programs.error.cohortBegun", begun));
        }
        leaving.remove(id, cohort.name(), members);
        cohorts.delete(cohort);
        cohorts.flush();
        audit.record(AuditEvent.of("COHORT_REMOVED", THING, id, cohort.name()));
    }

    private Cohort find(long id, int version) {
        lock.openForCohort(id);
        var cohort = cohorts.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        Saving.requireVersion(THING, id, cohort.version(), version);
        return cohort;
    }

    private CohortDraft checked(CohortDraft draft, @Nullable Long formerLead) {
        var name = Entered.name(draft.name(), CohortDraft.NAME_LENGTH);
        if (draft.leadId() == null) {
            throw new InvalidInputException("leadId", Text.of("programs.error.leadMissing"));
        }
        directory.requireActive("leadId", draft.leadId(), formerLead);
        var rule = draft.audience() == Audience.RULE ? draft.rule().checked() : AudienceRule.EVERYBODY;
        directory.requireTeam("ruleTeamId", rule.teamId());
        return new CohortDraft(name, draft.leadId(), draft.audience(), rule);
    }
}
