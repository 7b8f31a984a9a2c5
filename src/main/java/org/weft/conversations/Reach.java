package org.weft.conversations;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;

/**
 * What one account may do with conversations, as conditions for SQL.
 *
 * <p>Seen: those with somebody in scope, which the own person always is. Changed: those the account logged, those of
 * people it leads, and by HR all. Counted: objectives of people in scope, and the own. Who else is named shows nothing of
 * their plan; they count the conversation themselves.
 *
 * @see <a href="../../../../../../docs/decisions/006-a-conversation-opens-nobodys-plan.md">decision 006</a>
 */
record Reach(Scope scope, long accountId, @Nullable Long personId) {

    /** Condition on a conversation's id. */
    String sees(String conversationId) {
        return "exists (select 1 from conversation_person seen where seen.conversation_id = " + conversationId + " and "
                + scope.condition("seen.person_id") + ")";
    }

    /** Condition on a conversation, by its alias; within what {@link #sees} lets through. */
    String changes(String conversation) {
        var leads = switch (scope) {
            case Scope.Everybody everybody -> "1 = 1";
            case Scope.Led led ->
                "exists (select 1 from conversation_person led where led.conversation_id = " + conversation
                        + ".id and led.person_id <> :scopeLead and " + scope.condition("led.person_id") + ")";
            case Scope.Self self -> "1 = 0";
            // For reading.
            case Scope.Within within -> "1 = 0";
            case Scope.Nobody nobody -> "1 = 0";
        };
        return "(" + conversation + ".created_by = :accountId or " + leads + ")";
    }

    /** Condition on an assignment's person. */
    String counts(String personIdColumn) {
        return "(" + scope.condition(personIdColumn) + " or " + personIdColumn + " = :ownPersonId)";
    }

    String tookPart(String conversationId) {
        return "exists (select 1 from conversation_person own where own.conversation_id = " + conversationId
                + " and own.person_id = :ownPersonId)";
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("accountId", accountId);
        parameters.put("ownPersonId", personId == null ? -1L : personId);
        return parameters;
    }
}
