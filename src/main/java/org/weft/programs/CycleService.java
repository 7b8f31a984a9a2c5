package org.weft.programs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The dated periods of a program. HR makes and changes them; everybody may choose among those in which they see people.
 * Cycles of one program never overlap, also when two people add them at once.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class CycleService {

    private static final String THING = "cycle";

    private final CycleRepository cycles;
    private final ProgramLock lock;
    private final CohortMembers members;
    private final ObjectProvider<PlannedWork> planned;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Today today;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    CycleService(
            CycleRepository cycles,
            ProgramLock lock,
            CohortMembers members,
            ObjectProvider<PlannedWork> planned,
            AuditTrail audit,
            JdbcClient jdbc,
            Today today,
            CurrentUser currentUser,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.lock = lock;
        this.members = members;
        this.planned = planned;
        this.audit = audit;
        this.jdbc = jdbc;
        this.today = today;
        this.currentUser = currentUser;
        this.events = events;
    }

    /**
     * The cycles with people, or own cohorts, in scope, the latest first, active programs before others; none of
     * archived programs, and those of drafts only for HR, whatever the scope. Which is current is told by today's date in the account's zone.
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<CycleOption> options(Scope scope) {
        var date = today.get();
        record Found(CycleOption cycle, String program) {}
        var found = jdbc.sql("""
                        select cy.id, cy.name, cy.program_id, cy.starts_on, cy.ends_on, p.name as program_name
                        from cycle cy join program p on p.id = cy.program_id
                        where p.status in (:statuses) and %s
                        order by case p.status when 'ACTIVE' then 0 when 'ENDED' then 1 else 2 end,
                            cy.starts_on desc, p.name, cy.id""".formatted(Sight.ofCycle(scope)))
                .params(scope.parameters())
                .param(
                        "statuses",
                        currentUser.has(Role.HR) ? List.of("DRAFT", "ACTIVE", "ENDED") : List.of("ACTIVE", "ENDED"))
                .query((row, n) -> {
                    var startsOn = row.getObject("starts_on", LocalDate.class);
                    var endsOn = row.getObject("ends_on", LocalDate.class);
                    return new Found(
                            new CycleOption(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getLong("program_id"),
                                    startsOn,
                                    endsOn,
                                    CycleRow.Phase.of(startsOn, endsOn, date) == CycleRow.Phase.CURRENT),
                            row.getString("program_name"));
                })
                .list();
        var oneProgram = found.stream().map(Found::program).distinct().count() <= 1;
        return found.stream()
                .map(one -> oneProgram ? one.cycle() : one.cycle().ofProgram(one.program()))
                .toList();
    }

    /** What to offer for a program's next cycle: the first calendar quarter after this one that is still free. */
    @Transactional(readOnly = true)
    public CycleDraft suggest(long programId) {
        var draft = CycleDraft.quarterOf(today.get()).next();
        while (overlap(programId, 0, draft) != null) {
            draft = draft.next();
        }
        return draft;
    }

    /**
     * Adds a cycle to a program that is draft or active.
     *
     * @return its id
     * @throws InvalidInputException if the input breaks the rules of {@link CycleDraft}, the dates overlap another
     *     cycle of the program, the name is taken, or the program is over
     */
    public long add(long programId, CycleDraft draft) {
        lock.open(programId);
        var checked = checked(programId, 0, draft);
        var cycle = Saving.named(
                THING,
                0,
                checked.name(),
                () -> cycles.saveAndFlush(new Cycle(programId, checked.name(), checked.firstDay(), checked.lastDay())));
        audit.record(AuditEvent.of("CYCLE_ADDED", THING, cycle.id(), cycle.name())
                .detail(cycle.startsOn() + " – " + cycle.endsOn()));
        return cycle.id();
    }

    /**
     * Changes name and dates.
     *
     * @param version the one the edit started from
     * @throws StaleEditException if somebody changed the cycle since
     * @throws InvalidInputException as {@link #add} does, and if assignments would be due outside the new dates
     */
    public void save(long id, int version, CycleDraft draft) {
        var cycle = find(id, version);
        lock.open(cycle.programId());
        var checked = checked(cycle.programId(), id, draft);
        var detail = new Changes()
                .of("name", cycle.name(), checked.name())
                .of("starts", cycle.startsOn(), checked.startsOn())
                .of("ends", cycle.endsOn(), checked.endsOn())
                .toString();
        if (detail.isEmpty()) {
            return;
        }
        var outside = planned.orderedStream()
                .mapToInt(work -> work.dueOutside(id, checked.firstDay(), checked.lastDay()))
                .sum();
        if (outside > 0) {
            throw new InvalidInputException("endsOn", Text.of("programs.error.dueOutside", outside));
        }
        var moves =
                !cycle.startsOn().equals(checked.firstDay()) || !cycle.endsOn().equals(checked.lastDay());
        if (moves) {
            members.holdOfCycle(id);
        }
        cycle.change(checked.name(), checked.firstDay(), checked.lastDay());
        Saving.named(THING, id, checked.name(), () -> cycles.saveAndFlush(cycle));
        audit.record(AuditEvent.of("CYCLE_CHANGED", THING, id, checked.name()).detail(detail));
        if (moves) {
            events.publishEvent(new CycleMoved(id));
        }
    }

    /**
     * Removes a cycle without cohorts for good.
     *
     * @throws StaleEditException if somebody changed the cycle since
     * @throws InvalidInputException if it has a cohort
     */
    public void remove(long id, int version) {
        var cycle = find(id, version);
        lock.open(cycle.programId());
        try {
            cycles.delete(cycle);
            cycles.flush();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException(Text.of("programs.error.cycleInUse"));
        }
        audit.record(AuditEvent.of("CYCLE_REMOVED", THING, id, cycle.name()));
    }

    private Cycle find(long id, int version) {
        var cycle = cycles.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        Saving.requireVersion(THING, id, cycle.version(), version);
        return cycle;
    }

    private CycleDraft checked(long programId, long id, CycleDraft draft) {
        var checked = draft.checked();
        var other = overlap(programId, id, checked);
        if (other != null) {
            throw new InvalidInputException(
                    "startsOn", Text.of("programs.error.overlap", other.name(), other.firstDay(), other.lastDay()));
        }
        return checked;
    }

    private @Nullable CycleDraft overlap(long programId, long id, CycleDraft draft) {
        return jdbc.sql("""
                        select name, starts_on, ends_on from cycle
                        where program_id = :program and id <> :id and starts_on <= :end and ends_on >= :start
                        order by starts_on fetch first 1 row only""")
                .params(Map.of("program", programId, "id", id, "start", draft.firstDay(), "end", draft.lastDay()))
                .query((row, n) -> new CycleDraft(
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }
}
