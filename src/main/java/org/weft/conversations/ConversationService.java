package org.weft.conversations;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.PlanReuse;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.conversations.ConversationStore.Stored;

/**
 * Logs, lists and changes conversations. Every change moves the figures of all who took part in the same transaction.
 *
 * <p>What was exchanged is private to those who took part, their leads and HR. A scope is therefore taken only if it is
 * what the signed-in account sees by name: not an executive's reach for figures.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class ConversationService {

    private final ConversationReader reader;
    private final ConversationStore store;
    private final ConversationRules rules;
    private final Countables countables;
    private final ConversationFigures figures;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final PlanReuse plans;
    private final Clock clock;

    ConversationService(
            ConversationReader reader,
            ConversationStore store,
            ConversationRules rules,
            Countables countables,
            ConversationFigures figures,
            AuditTrail audit,
            CurrentUser currentUser,
            PlanReuse plans,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.rules = rules;
        this.countables = countables;
        this.figures = figures;
        this.audit = audit;
        this.currentUser = currentUser;
        this.plans = plans;
        this.clock = clock;
    }

    /** A person's conversations the account may see, the latest first. Sorting of the page is not regarded. */
    @Transactional(readOnly = true)
    public List<ConversationRow> ofPerson(Scope scope, long personId, ConversationFilter filter, Pageable page) {
        var reach = reach(scope);
        return reader.list(reach, Listed.ofPerson(reach, personId, filter), page);
    }

    /** How many {@link #ofPerson} lists in all. */
    @Transactional(readOnly = true)
    public long countOfPerson(Scope scope, long personId, ConversationFilter filter) {
        return reader.count(Listed.ofPerson(reach(scope), personId, filter)).conversations();
    }

    /** A cycle's conversations in which people in scope took part, the latest first. Sorting of the page is not regarded. */
    @Transactional(readOnly = true)
    public List<ConversationRow> held(Scope scope, HeldFilter filter, Pageable page) {
        var reach = reach(scope);
        return reader.list(reach, Listed.held(reach, filter), page);
    }

    /** How many {@link #held} lists in all. */
    @Transactional(readOnly = true)
    public HeldCount countHeld(Scope scope, HeldFilter filter) {
        return reader.count(Listed.held(reach(scope), filter));
    }

    /** A conversation for its form: one the account may change, or took part in. */
    @Transactional(readOnly = true)
    public ConversationDetails get(Scope scope, long id) {
        return reader.find(reach(scope), id).orElseThrow(() -> new NotFoundException("conversation", id));
    }

    /**
     * Active colleagues to name in a conversation, by name. Everybody may be named by everybody, so this takes no scope;
     * it tells a name and a team, nothing more.
     *
     * @param search words of a name or team; empty for all
     */
    @Transactional(readOnly = true)
    public List<ConversationPerson> colleagues(String search, Pageable page) {
        return reader.colleagues(search, page);
    }

    /** Names of persons a form is opened with; anybody may be named. */
    @Transactional(readOnly = true)
    public List<ConversationPerson> named(Collection<Long> personIds) {
        return reader.persons(personIds);
    }

    /** Which objectives a new conversation between these people on this date may count for. */
    @Transactional(readOnly = true)
    public List<CountableObjective> countable(Scope scope, Collection<Long> personIds, LocalDate heldOn) {
        return countables.list(reach(scope), Countables.NEW, personIds, heldOn);
    }

    /** As {@link #countable(Scope, Collection, LocalDate)}, with those the conversation counts for already. */
    @Transactional(readOnly = true)
    public List<CountableObjective> countable(Scope scope, long id, Collection<Long> personIds, LocalDate heldOn) {
        return countables.list(reach(scope), id, personIds, heldOn);
    }

    /**
     * Logs a conversation: the own, or of people in scope. Everybody named but the own person is asked to confirm it; it
     * counts at once. The same request a second time changes nothing.
     *
     * @return the conversation's id
     * @throws InvalidInputException at the first field that is not as it must be; further ones are suppressed in it
     */
    @Transactional
    public long log(Scope scope, ConversationDraft draft) {
        plans.start();
        var reach = reach(scope);
        var checked = rules.check(draft, today(), null);
        requireConcern(reach, checked);
        var now = clock.instant();
        var inserted = store.insert(checked, now, reach.accountId());
        if (inserted.isEmpty()) {
            return store.byRequest(checked.requestId(), reach.accountId())
                    .orElseThrow(() -> new NotFoundException("conversation", checked.requestId()));
        }
        var id = inserted.get();
        var participants = figures.lock(checked.personIds(), Set.of(checked.heldOn()));
        store.people(id, Set.of(), checked.personIds(), reach.personId(), reach.personId(), now);
        if (!countables.count(reach, id, checked)) {
            throw notCountable();
        }
        var counted = figures.logged(
                id, ConversationStore.orNobody(reach.personId()), now, checked.assignmentIds(), participants);
        record("CONVERSATION_LOGGED", id, checked.people(), checked.heldOn() + " " + checked.kind(), counted);
        return id;
    }

    /**
     * Changes a conversation the account logged, or one of people it leads; HR changes all. Objectives the account
     * cannot see stay counted as long as they fit. Who is new is asked to confirm it; if the date, the kind or the words
     * are others now, so is everybody who has answered.
     *
     * @throws StaleEditException if the version is no longer the current one
     */
    @Transactional
    public void edit(Scope scope, long id, int version, ConversationDraft draft) {
        plans.start();
        var reach = reach(scope);
        var before = lockForChange(reach, id, version);
        var checked = rules.check(draft, today(), before);
        requireConcern(reach, checked);
        var people = union(before.personIds(), checked.personIds());
        var participants = figures.lock(people, Set.copyOf(List.of(before.heldOn(), checked.heldOn())));
        var offered = countables.offered(reach, id, checked.personIds(), checked.heldOn(), checked.assignmentIds());
        requireAll(offered, checked.assignmentIds());
        var counted =
                union(checked.assignmentIds(), countables.outOfReach(reach, id, checked.personIds(), checked.heldOn()));
        store.update(id, checked);
        var now = clock.instant();
        store.people(id, before.personIds(), checked.personIds(), before.authorPersonId(), reach.personId(), now);
        if (before.differs(checked)) {
            store.askAgain(id, reach.personId(), now);
        }
        store.assignments(id, before.assignmentIds(), counted);
        figures.corrected(before.assignmentIds());
        figures.logged(without(counted, before.assignmentIds()), now);
        figures.participants(participants);
        record("CONVERSATION_CHANGED", id, people, checked.heldOn() + " " + checked.kind());
    }

    /** Takes a conversation back with all it counted for; whoever may {@link #edit} it may. */
    @Transactional
    public void delete(Scope scope, long id, int version) {
        var before = lockForChange(reach(scope), id, version);
        var participants = figures.lock(before.personIds(), Set.of(before.heldOn()));
        record("CONVERSATION_DELETED", id, before.personIds(), before.heldOn().toString());
        store.delete(id);
        figures.corrected(before.assignmentIds());
        figures.participants(participants);
    }

    /**
     * Says which of the own objectives a conversation counts for. Everybody who took part may, whoever logged it; what
     * it counts for in others' plans stays.
     *
     * @throws StaleEditException if the version is no longer the current one
     */
    @Transactional
    public void countForOwn(long id, int version, Set<Long> assignmentIds) {
        var own = currentUser.personId().orElseThrow(() -> new NotFoundException("conversation", id));
        var reach = reach(new Scope.Self(own));
        var before = lock(id, version);
        if (!before.personIds().contains(own)) {
            throw new NotFoundException("conversation", id);
        }
        var participants = figures.lock(Set.of(own), Set.of(before.heldOn()));
        var offered = ids(countables.list(reach, id, Set.of(own), before.heldOn()));
        requireAll(offered, assignmentIds);
        var counted = new HashSet<>(before.assignmentIds());
        counted.removeAll(offered);
        counted.addAll(assignmentIds);
        store.touch(id);
        store.assignments(id, before.assignmentIds(), counted);
        figures.corrected(offered);
        figures.logged(without(assignmentIds, before.assignmentIds()), clock.instant());
        figures.participants(participants);
        record("CONVERSATION_COUNTED", id, Set.of(own), before.heldOn().toString());
    }

    /** Today where the signed-in account is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), currentUser.get().zone());
    }

    private Stored lockForChange(Reach reach, long id, int version) {
        if (reader.find(reach, id).filter(ConversationDetails::editable).isEmpty()) {
            throw new NotFoundException("conversation", id);
        }
        return lock(id, version);
    }

    private Stored lock(long id, int version) {
        var stored = store.lock(id).orElseThrow(() -> new NotFoundException("conversation", id));
        if (stored.version() != version) {
            throw new StaleEditException("conversation", id);
        }
        return stored;
    }

    private void requireConcern(Reach reach, CheckedDraft draft) {
        if (!reader.anyInScope(reach, draft.personIds())) {
            var key =
                    reach.scope() instanceof Scope.Led ? "conversations.error.not-led" : "conversations.error.not-own";
            throw new InvalidInputException("personIds", Text.of(key));
        }
    }

    private static Set<Long> ids(List<CountableObjective> objectives) {
        return objectives.stream().map(CountableObjective::assignmentId).collect(toSet());
    }

    private static void requireAll(Set<Long> offered, Set<Long> chosen) {
        if (!offered.containsAll(chosen)) {
            throw notCountable();
        }
    }

    private static InvalidInputException notCountable() {
        return new InvalidInputException("assignmentIds", Text.of("conversations.error.objectives"));
    }

    private void record(String action, long id, Set<Long> personIds, String detail) {
        var people = new LinkedHashMap<Long, String>();
        reader.persons(personIds).forEach(person -> people.put(person.id(), person.name()));
        record(action, id, people, detail, reader.codes(id));
    }

    private void record(String action, long id, Map<Long, String> people, String detail, List<String> counted) {
        var names = String.join(", ", people.values());
        var events = new ArrayList<AuditEvent>();
        people.keySet()
                .forEach(person -> events.add(AuditEvent.of(action, "conversation", id, names)
                        .about(person)
                        .detail(counted.isEmpty() ? detail : detail + "; " + String.join(", ", counted))));
        audit.record(events);
    }

    private Reach reach(Scope scope) {
        var account = currentUser.get();
        var own = Optional.ofNullable(account.personId()).map(Scope.Self::new);
        var allowed = scope.equals(currentUser.scope())
                || scope instanceof Scope.Nobody
                || own.filter(scope::equals).isPresent()
                || currentUser.has(Role.HR);
        if (!allowed) {
            throw new AccessDeniedException("Conversations are read with the account's own scope");
        }
        return new Reach(scope, account.id(), account.personId());
    }

    private static Set<Long> union(Set<Long> ones, Set<Long> others) {
        var all = new HashSet<>(ones);
        all.addAll(others);
        return all;
    }

    private static Set<Long> without(Set<Long> ids, Set<Long> others) {
        var left = new HashSet<>(ids);
        left.removeAll(others);
        return left;
    }
}
