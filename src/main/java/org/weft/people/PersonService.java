package org.weft.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * The people of the organisation. HR keeps them; everybody else chooses from those in their scope. Who is outside the
 * scope does not exist: {@link NotFoundException}.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class PersonService {

    private static final String THING = "person";

    private final PersonRepository people;
    private final PersonReader reader;
    private final PersonRelations relations;
    private final DirectoryLock lock;
    private final LevelRuleService levels;
    private final ReportingLines lines;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonService(
            PersonRepository people,
            PersonReader reader,
            PersonRelations relations,
            DirectoryLock lock,
            LevelRuleService levels,
            ReportingLines lines,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.reader = reader;
        this.relations = relations;
        this.lock = lock;
        this.levels = levels;
        this.lines = lines;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of people. It can be sorted by name, number, email, jobTitle, level, team, manager, location and joined;
     * without a sort it is by family name.
     */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<PersonRow> list(Scope scope, PersonFilter filter, Pageable page) {
        return reader.list(scope, filter, page);
    }

    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public int count(Scope scope, PersonFilter filter) {
        return reader.count(scope, filter);
    }

    /** People to choose from, those whose name begins with the filter's text first. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER', 'EXECUTIVE', 'MEMBER')")
    @Transactional(readOnly = true)
    public List<PersonOption> options(Scope scope, PersonFilter filter, int offset, int limit) {
        return reader.options(scope, filter, offset, limit);
    }

    /** How many {@link #options} there are. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER', 'EXECUTIVE', 'MEMBER')")
    @Transactional(readOnly = true)
    public int countOptions(Scope scope, PersonFilter filter) {
        return reader.count(scope, filter);
    }

    /** One person to choose, also when they left; empty outside the scope. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER', 'EXECUTIVE', 'MEMBER')")
    @Transactional(readOnly = true)
    public Optional<PersonOption> option(Scope scope, long id) {
        return reader.option(scope, id);
    }

    /** @throws NotFoundException if there is nobody or the scope does not reach them */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public PersonDetails get(Scope scope, long id) {
        return relations.details(scope, id).orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Adds a person.
     *
     * @return their id
     * @throws InvalidInputException if the draft breaks a rule of {@link PersonDraft} or the number is taken
     */
    public long add(PersonDraft entered) {
        lock.take();
        var draft = PersonFields.checked(entered);
        relations.check(null, draft, PersonDraft.empty());
        var person = new Person(now());
        person.edit(draft, levels.get().levelOf(draft.jobTitle()), now());
        save(person, draft.employeeNumber());
        lines.update(List.of(person.id()));
        audit.record(AuditEvent.of("PERSON_ADDED", THING, person.id(), person.displayName())
                .about(person.id()));
        return person.id();
    }

    /**
     * Changes a person.
     *
     * @param version as {@link PersonDetails} gave it
     * @throws StaleEditException if somebody changed the person since
     * @throws InvalidInputException if the draft breaks a rule of {@link PersonDraft}, the number is taken, or the
     *     manager reports to this person
     */
    public void save(Scope scope, long id, int version, PersonDraft entered) {
        lock.take();
        var person = find(scope, id, version);
        var draft = PersonFields.checked(entered);
        var before = person.draft();
        if (before.equals(draft)) {
            return;
        }
        relations.check(id, draft, before);
        var detail = relations.changes(before, draft);
        person.edit(draft, levels.get().levelOf(draft.jobTitle()), now());
        save(person, draft.employeeNumber());
        if (!Objects.equals(before.timeZone(), draft.timeZone())) {
            events.publishEvent(new TimeZoneChanged(Set.of(id)));
        }
        if (!Objects.equals(before.managerId(), draft.managerId())) {
            lines.update(List.of(id));
        }
        audit.record(AuditEvent.of("PERSON_CHANGED", THING, id, person.displayName())
                .about(id)
                .detail(detail));
    }

    /**
     * Marks a person as having left. What they did stays; they get no further objectives and no mail.
     *
     * @param lastDay null where it is not known
     * @throws StaleEditException if somebody changed the person since
     */
    public void deactivate(Scope scope, long id, int version, @Nullable LocalDate lastDay) {
        lock.take();
        var person = find(scope, id, version);
        if (!person.active()) {
            return;
        }
        var day = PersonFields.day("leftOn", lastDay);
        var joined = person.draft().joinedOn();
        if (day != null && joined != null && day.isBefore(joined)) {
            throw new InvalidInputException("leftOn", Text.of("people.error.leftBeforeJoined"));
        }
        person.leave(day, now());
        save(person, person.draft().employeeNumber());
        audit.record(AuditEvent.of("PERSON_DEACTIVATED", THING, id, person.displayName())
                .about(id)
                .detail(day == null ? null : day.toString()));
    }

    /** Takes a person back who was marked as having left. @throws StaleEditException if somebody changed them since */
    public void reactivate(Scope scope, long id, int version) {
        lock.take();
        var person = find(scope, id, version);
        if (person.active()) {
            return;
        }
        person.comeBack(now());
        save(person, person.draft().employeeNumber());
        audit.record(AuditEvent.of("PERSON_REACTIVATED", THING, id, person.displayName())
                .about(id));
    }

    private Person find(Scope scope, long id, int version) {
        var visible = jdbc.sql("select count(*) from person p where p.id = :id and " + scope.condition("p.id"))
                .params(scope.parameters())
                .param("id", id)
                .query(Integer.class)
                .single();
        var person = visible == 0 ? Optional.<Person>empty() : people.findById(id);
        var found = person.orElseThrow(() -> new NotFoundException(THING, id));
        if (found.version() != version) {
            throw new StaleEditException(THING, id);
        }
        return found;
    }

    /** References were checked before, so that the unique number is all that can be violated. */
    private void save(Person person, String number) {
        try {
            people.saveAndFlush(person);
            events.publishEvent(DirectoryChanged.person(person.id()));
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(THING, person.id());
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException("employeeNumber", Text.of("people.error.numberTaken", number));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
