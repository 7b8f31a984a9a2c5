package org.weft.conversations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.ui.Notifications;
import org.weft.conversations.ConfirmationService;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;

/** What the own person says to conversations that others logged, with the news of it and the way back. */
@SpringComponent
class Confirming {

    private final ConfirmationService confirmations;
    private final ConversationService conversations;
    private final CurrentUser currentUser;

    Confirming(ConfirmationService confirmations, ConversationService conversations, CurrentUser currentUser) {
        this.confirmations = confirmations;
        this.conversations = conversations;
        this.currentUser = currentUser;
    }

    /** @param done called after it, also where nothing came of it because somebody was faster, and again after an undo */
    void confirm(Collection<ConversationRow> rows, Runnable done) {
        Set<Long> confirmed;
        try {
            confirmed = confirmations.confirm(
                    rows.stream().collect(Collectors.toMap(ConversationRow::id, ConversationRow::version)));
        } finally {
            done.run();
        }
        tell(UI.getCurrentOrThrow().getTranslation("conversations.confirm.done", confirmed.size()), confirmed, done);
    }

    /** Confirms what the own person disputed before. That leaves their words behind, so there is no way back. */
    void settle(ConversationRow row, Runnable done) {
        confirmations.confirm(Map.of(row.id(), row.version()));
        done.run();
        Notifications.success(UI.getCurrentOrThrow().getTranslation("conversations.confirm.done", 1));
    }

    /** Asks for the words, then sends them. @param done called after it, and again after an undo */
    void dispute(ConversationRow row, Runnable done) {
        var own = currentUser.personId().orElseThrow();
        new DisputeDialog(row.version(), () -> conversations.get(new Scope.Self(own), row.id()), (version, words) -> {
                    confirmations.dispute(row.id(), version, words);
                    done.run();
                    tell(UI.getCurrentOrThrow().getTranslation("conversations.dispute.done"), Set.of(row.id()), done);
                })
                .open();
    }

    private void tell(String news, Set<Long> answered, Runnable done) {
        if (answered.isEmpty()) {
            Notifications.success(news);
            return;
        }
        Notifications.success(news, UI.getCurrentOrThrow().getTranslation("base.undo"), () -> {
            confirmations.takeBack(answered);
            done.run();
        });
    }
}
