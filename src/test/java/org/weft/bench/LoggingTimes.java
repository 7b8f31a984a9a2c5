package org.weft.bench;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.conversations.ConversationDraft;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationService;

/** What logging a conversation takes, with all that is kept by it. */
final class LoggingTimes {

    private static final Scope EVERYBODY = new Scope.Everybody();

    private LoggingTimes() {}

    /**
     * Logs conversations, and writes rows of the same tables as bare inserts of one transaction, by turns; by a portal
     * and a database that have been doing so for a while.
     */
    static void measure(BenchPortal portal) throws Exception {
        var account = portal.signIn(Role.HR);
        var conversations = portal.bean(ConversationService.class);
        var drafts = new ArrayDeque<>(drafts(portal, 13_000));
        portal.keepInMemory(
                "participant", "assignment", "person", "conversation", "conversation_person", "audit_entry");
        var first = drafts.pop();
        var written = portal.statements().during(() -> conversations.log(EVERYBODY, first));
        var bare = new BareConversation(portal, account);
        // A server that has been up for a while: the compiler is not done with either before some thousands.
        Timing.millis(4_000, 1, () -> {
            conversations.log(EVERYBODY, drafts.pop());
            bare.write(drafts.pop());
        });
        var times = Timing.sideBySide(
                200, Timing.MANY, () -> conversations.log(EVERYBODY, drafts.pop()), () -> bare.write(drafts.pop()));
        Lines.p95(portal + ": log a conversation", times.ours(), "bare inserts of the same rows", times.theirs(), 3);
        Lines.fact(portal + ": statements to log a conversation", written.size(), "");
    }

    /** Pairs of people who work on something, each with an objective the conversation counts for. */
    private static List<ConversationDraft> drafts(BenchPortal portal, int count) {
        record Open(long personId, long assignmentId) {}
        var open = portal.jdbc()
                .sql("""
                        select a.person_id, min(a.id) as assignment_id
                        from assignment a join person p on p.id = a.person_id
                        where a.cycle_id = :cycle and a.status = 'IN_PROGRESS' and p.active
                            and a.person_id between 600 and 8000
                        group by a.person_id order by a.person_id""")
                .param("cycle", BenchData.CYCLE)
                .query(Open.class)
                .list();
        var drafts = new ArrayList<ConversationDraft>();
        for (var i = 0; i < count; i++) {
            var one = open.get(2 * i % open.size());
            var other = open.get((2 * i + 1) % open.size());
            drafts.add(new ConversationDraft(
                    UUID.randomUUID().toString(),
                    LocalDate.of(2026, 11, 13),
                    ConversationKind.TALK,
                    Set.of(one.personId(), other.personId()),
                    "How the orders reach each other",
                    "We look at the list together on Mondays",
                    null,
                    Set.of(one.assignmentId(), other.assignmentId())));
        }
        return drafts;
    }
}
