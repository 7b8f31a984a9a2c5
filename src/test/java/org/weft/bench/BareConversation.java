package org.weft.bench;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.AccountDetails;
import org.weft.conversations.ConversationDraft;

/** The rows of a conversation, put there and nothing else done. */
record BareConversation(BenchPortal portal, AccountDetails account, TransactionTemplate transaction) {

    BareConversation(BenchPortal portal, AccountDetails account) {
        this(portal, account, new TransactionTemplate(portal.bean(PlatformTransactionManager.class)));
    }

    void write(ConversationDraft draft) {
        transaction.executeWithoutResult(status -> {
            var jdbc = portal.jdbc();
            var id = jdbc.sql("select nextval('conversation_seq')")
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                            insert into conversation (id, request_id, held_on, kind, exchanged, agreed, created_at, created_by)
                            values (?, ?, ?, ?, ?, ?, current_timestamp, ?)""")
                    .params(
                            id,
                            draft.requestId(),
                            draft.heldOn(),
                            "TALK",
                            draft.exchanged(),
                            draft.agreed(),
                            account.id())
                    .update();
            for (var person : draft.personIds()) {
                jdbc.sql("""
                                insert into conversation_person (conversation_id, person_id, team_id, confirmation,
                                    asked_at)
                                values (?, ?, 60, 'WAITING', current_timestamp)""").params(id, person).update();
                jdbc.sql("""
                                insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id,
                                    subject_name, person_id, detail)
                                values (current_timestamp, ?, 'HR', 'CONVERSATION_LOGGED', 'conversation', ?,
                                    'Two people', ?, 'TALK')""").params(account.id(), id, person).update();
                // For the grids that stand open. Nobody holds on to these numbers.
                jdbc.sql("insert into progress_change (cycle_id, participant_id, at) values (?, ?, current_timestamp)")
                        .params(BenchData.CYCLE, person)
                        .update();
            }
            for (var assignment : draft.assignmentIds()) {
                jdbc.sql("insert into conversation_assignment (conversation_id, assignment_id) values (?, ?)")
                        .params(id, assignment)
                        .update();
            }
        });
    }
}
