package org.weft.programs;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
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
 * Programs. HR makes and changes them; a manager reads those in which they lead a cohort or have people, once they are
 * no longer drafts. What the scope does not reach does not exist: {@link NotFoundException}.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class ProgramService {

    private static final String THING = "program";

    private final ProgramRepository programs;
    private final ProgramList list;
    private final Directory directory;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Today today;

    ProgramService(
            ProgramRepository programs,
            ProgramList list,
            Directory directory,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            Today today) {
        this.programs = programs;
        this.list = list;
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = today;
    }

    /** A page of programs: active ones first, then drafts, then ended ones, each by name. The page's own sort is not asked. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<ProgramRow> list(Scope scope, ProgramFilter filter, Pageable page) {
        return list.page(scope, filter, page, today.get());
    }

    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public int count(Scope scope, ProgramFilter filter) {
        return list.count(scope, filter);
    }

    /** @throws NotFoundException if there is none or the scope does not reach it */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public ProgramDetails get(Scope scope, long id) {
        return jdbc.sql("""
                        select p.id, p.name, p.purpose, p.owner_id, o.display_name as owner_name, p.status, p.version
                        from program p left join person o on o.id = p.owner_id
                        where p.id = :id and %s""".formatted(Sight.ofProgram(scope)))
                .param("id", id)
                .params(scope.parameters())
                .query((row, n) -> new ProgramDetails(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getObject("owner_id", Long.class),
                        row.getString("owner_name"),
                        ProgramStatus.valueOf(row.getString("status")),
                        row.getInt("version"),
                        list.cycles(scope, List.of(id), today.get())))
                .optional()
                .orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Adds a program.
     *
     * @param status draft or active
     * @return its id
     * @throws InvalidInputException if the input breaks the rules of {@link ProgramDraft} or the name is taken
     */
    public long add(ProgramDraft draft, ProgramStatus status) {
        if (!status.open()) {
            throw new IllegalArgumentException("A new program is a draft or active, not " + status);
        }
        var checked = checked(draft, null);
        var program = Saving.named(
                THING,
                0,
                checked.name(),
                () -> programs.saveAndFlush(
                        new Program(checked.name(), checked.purpose(), checked.ownerId(), status, clock.instant())));
        audit.record(AuditEvent.of("PROGRAM_ADDED", THING, program.id(), program.name())
                .detail(status.name()));
        return program.id();
    }

    /**
     * Changes name, purpose and owner.
     *
     * @param version the one the edit started from
     * @throws StaleEditException if somebody changed the program since
     * @throws InvalidInputException if the input breaks the rules of {@link ProgramDraft} or the name is taken
     */
    public void save(long id, int version, ProgramDraft draft) {
        var program = find(id, version);
        var checked = checked(draft, program.ownerId());
        var detail = new Changes()
                .of("name", program.name(), checked.name())
                .of("purpose", program.purpose(), checked.purpose())
                .of("owner", directory.person(program.ownerId()), directory.person(checked.ownerId()))
                .toString();
        if (detail.isEmpty()) {
            return;
        }
        program.describe(checked.name(), checked.purpose(), checked.ownerId());
        Saving.named(THING, id, checked.name(), () -> programs.saveAndFlush(program));
        audit.record(AuditEvent.of("PROGRAM_CHANGED", THING, id, checked.name()).detail(detail));
    }

    /**
     * Moves a program on, as {@link ProgramStatus#next} allows.
     *
     * @throws StaleEditException if somebody changed the program since
     * @throws InvalidInputException if the program cannot go there from where it is
     */
    public void move(long id, int version, ProgramStatus to) {
        var program = find(id, version);
        var from = program.status();
        if (!from.next().contains(to)) {
            throw new InvalidInputException(
                    Text.of("programs.error.move", Text.of("status." + from.name()), Text.of("status." + to.name())));
        }
        program.moveTo(to);
        Saving.named(THING, id, program.name(), () -> programs.saveAndFlush(program));
        audit.record(AuditEvent.of("PROGRAM_MOVED", THING, id, program.name()).detail(from + " → " + to));
    }

    /**
     * Removes a program without cycles for good. One with cycles is archived instead.
     *
     * @throws StaleEditException if somebody changed the program since
     * @throws InvalidInputException if it has a cycle
     */
    public void remove(long id, int version) {
        var program = find(id, version);
        try {
            programs.delete(program);
            programs.flush();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException(Text.of("programs.error.programHasCycles"));
        }
        audit.record(AuditEvent.of("PROGRAM_REMOVED", THING, id, program.name()));
    }

    private Program find(long id, int version) {
        var program = programs.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        Saving.requireVersion(THING, id, program.version(), version);
        return program;
    }

    private ProgramDraft checked(ProgramDraft draft, @Nullable Long formerOwner) {
        directory.requireActive("ownerId", draft.ownerId(), formerOwner);
        return new ProgramDraft(
                Entered.name(draft.name(), ProgramDraft.NAME_LENGTH),
                Entered.atMost(ProgramDraft.PURPOSE_LENGTH, "purpose", Entered.lines(draft.purpose())),
                draft.ownerId());
    }
}
