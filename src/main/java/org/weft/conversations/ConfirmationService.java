package org.weft.conversations;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.conversations.ConfirmationStore.Said;

/**
 * What the signed-in person says to conversations that others logged: that it was so, or that it was not. Only who was
 * asked answers, and only for themselves; to everybody else these conversations are not there. An answer moves no
 * progress.
 *
 * @see <a href="../../../../../../docs/decisions/021-a-conversation-counts-before-it-is-confirmed.md">decision 021</a>
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional
public class ConfirmationService {

    /** Characters of an objection. */
    public static final int MAX_OBJECTION = 500;

    private final ConversationReader reader;
    private final ConfirmationStore store;
    private final ConversationFigures figures;
    private final AuditTrail audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    ConfirmationService(
            ConversationReader reader,
            ConfirmationStore store,
            ConversationFigures figures,
            AuditTrail audit,
            CurrentUser currentUser,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.figures = figures;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What waits for the own person, in whatever cycle: the latest first. Sorting of the page is not regarded. */
    @Transactional(readOnly = true)
    public List<ConversationRow> waiting(Pageable page) {
        return currentUser
                .personId()
                .map(own -> reader.list(reach(own), Listed.waiting(reach(own)), page))
                .orElseGet(List::of);
    }

    /** How many {@link #waiting} lists in all. */
    @Transactional(readOnly = true)
    public long countWaiting() {
        return currentUser
                .personId()
                .map(own -> reader.count(Listed.waiting(reach(own))).conversations())
                .orElse(0L);
    }

    /**
     * Says of conversations that they were so. What is confirmed already stays as it is.
     *
     * @param versions the conversations as they were read, by id: nobody confirms words they have not seen
     * @return those whose answer is another one now
     * @throws StaleEditException if one of them was changed since it was read; none is confirmed then
     */
    public Set<Long> confirm(Map<Long, Integer> versions) {
        return answer(versions, new Said(Confirmation.CONFIRMED, null), "CONVERSATION_CONFIRMED");
    }

    /**
     * Says of a conversation that it was not so, in words for whoever logged it. The same words again change nothing.
     *
     * @param version the one that was read
     * @param objection 1 to {@value #MAX_OBJECTION} characters
     * @throws InvalidInputException at {@code objection}
     * @throws StaleEditException if it was changed since it was read
     */
    public void dispute(long id, int version, @Nullable String objection) {
        var problems = new ArrayList<InvalidInputException>();
        var words = ConversationRules.text("objection", objection, MAX_OBJECTION, problems);
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        if (words == null) {
            throw new InvalidInputException("objection", Text.of("conversations.dispute.error.empty"));
        }
        answer(Map.of(id, version), new Said(Confirmation.DISPUTED, words), "CONVERSATION_DISPUTED");
    }

    /** Takes the own answers back, whichever they were: these conversations wait again. */
    public void takeBack(Collection<Long> ids) {
        var own = own(ids);
        var locked = store.lock(ids);
        var answered = new TreeSet<Long>();
        store.asked(own, ids).forEach((id, said) -> {
            if (said.state() != Confirmation.WAITING) {
                answered.add(id);
            }
        });
        write(own, locked, answered, new Said(Confirmation.WAITING, null), null, "CONVERSATION_ANSWER_TAKEN_BACK");
    }

    private Set<Long> answer(Map<Long, Integer> versions, Said said, String action) {
        var own = own(versions.keySet());
        var locked = store.lock(versions.keySet());
        var asked = store.asked(own, versions.keySet());
        versions.keySet().stream()
                .filter(id -> !asked.containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new NotFoundException("conversation", id);
                });
        var changing = new TreeSet<Long>();
        for (var conversation : locked) {
            // A second click.
            if (said.equals(asked.get(conversation.id()))) {
                continue;
            }
            if (!Integer.valueOf(conversation.version()).equals(versions.get(conversation.id()))) {
                throw new StaleEditException("conversation", conversation.id());
            }
            changing.add(conversation.id());
        }
        write(own, locked, changing, said, clock.instant(), action);
        return changing;
    }

    private void write(
            long own,
            List<ConfirmationStore.Locked> locked,
            Set<Long> ids,
            Said said,
            @Nullable Instant now,
            String action) {
        if (ids.isEmpty()) {
            return;
        }
        var dates = locked.stream()
                .filter(conversation -> ids.contains(conversation.id()))
                .map(ConfirmationStore.Locked::heldOn)
                .collect(toSet());
        var participants = figures.lock(Set.of(own), dates);
        store.answer(own, ids, said, now);
        figures.participants(participants);
        var people = reader.people(ids);
        audit.record(locked.stream()
                .filter(conversation -> ids.contains(conversation.id()))
                .map(conversation -> AuditEvent.of(
                                action,
                                "conversation",
                                conversation.id(),
                                people.getOrDefault(conversation.id(), List.of()).stream()
                                        .map(ConversationPerson::name)
                                        .collect(joining(", ")))
                        .about(own)
                        .detail(conversation.heldOn().toString()))
                .toList());
    }

    private long own(Collection<Long> ids) {
        return currentUser
                .personId()
                .orElseThrow(() -> new NotFoundException(
                        "conversation", ids.stream().findFirst().orElse(-1L)));
    }

    private Reach reach(long own) {
        return new Reach(new Scope.Self(own), currentUser.get().id(), own);
    }
}
