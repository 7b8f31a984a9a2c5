package org.weft.conversations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Notifications;
import org.weft.conversations.ConversationDetails;
import org.weft.conversations.ConversationKind;
import org.weft.conversations.ConversationRow;
import org.weft.conversations.ConversationService;

/** Opens the dialogs in which conversations are logged, changed and deleted, for any view. */
@SpringComponent
public class ConversationDialogs {

    private final ConversationService conversations;
    private final CurrentUser currentUser;

    ConversationDialogs(ConversationService conversations, CurrentUser currentUser) {
        this.conversations = conversations;
        this.currentUser = currentUser;
    }

    /**
     * Opens an empty form.
     *
     * @param personIds who is chosen beforehand, beside the own person
     * @param assignmentIds objectives chosen beforehand, as far as the conversation may count for them
     * @param done called after the conversation was logged, and again if its logging is undone
     */
    public void log(Collection<Long> personIds, Collection<Long> assignmentIds, Runnable done) {
        var ui = UI.getCurrentOrThrow();
        var scope = currentUser.scope();
        var people = new HashSet<>(personIds);
        currentUser.personId().ifPresent(people::add);
        var today = conversations.today();
        var form = new ConversationForm(
                today,
                new ConversationForm.Choices(
                        conversations::colleagues, (ids, day) -> conversations.countable(scope, ids, day)));
        var values = new ConversationForm.Values(
                today,
                ConversationKind.TALK,
                new LinkedHashSet<>(conversations.named(people)),
                "",
                "",
                "",
                Set.copyOf(assignmentIds));
        new LogConversationDialog(
                        ui.getTranslation("conversations.log.title"),
                        ui.getTranslation("conversations.log.confirm"),
                        form,
                        values,
                        draft -> {
                            var id = conversations.log(scope, draft);
                            done.run();
                            Notifications.success(
                                    ui.getTranslation(
                                            "conversations.log.done",
                                            draft.assignmentIds().size()),
                                    ui.getTranslation("base.undo"),
                                    () -> {
                                        conversations.delete(scope, id, 0);
                                        done.run();
                                    });
                        },
                        () -> values)
                .open();
    }

    /** Opens a conversation for editing. @param done called after it was changed */
    void edit(long conversationId, Runnable done) {
        var ui = UI.getCurrentOrThrow();
        var scope = currentUser.scope();
        var details = conversations.get(scope, conversationId);
        var version = new AtomicInteger(details.version());
        var form = new ConversationForm(
                conversations.today(),
                new ConversationForm.Choices(
                        conversations::colleagues,
                        (ids, day) -> conversations.countable(scope, conversationId, ids, day)));
        new LogConversationDialog(
                        ui.getTranslation("conversations.edit.title"),
                        ui.getTranslation("base.save"),
                        form,
                        ConversationForm.Values.of(details),
                        draft -> {
                            conversations.edit(scope, conversationId, version.get(), draft);
                            done.run();
                            Notifications.success(ui.getTranslation("conversations.edit.done"));
                        },
                        () -> {
                            var latest = conversations.get(scope, conversationId);
                            version.set(latest.version());
                            return ConversationForm.Values.of(latest);
                        })
                .open();
    }

    /** Asks, then deletes. @param done called after it was deleted */
    void delete(ConversationRow row, Runnable done) {
        var ui = UI.getCurrentOrThrow();
        ConfirmDialogs.askDanger(
                ui.getTranslation("conversations.delete.title"),
                ui.getTranslation(
                        "conversations.delete.text",
                        Formats.of(ui).date(row.heldOn()),
                        row.people().size(),
                        row.objectives().size()),
                ui.getTranslation("conversations.delete.confirm"),
                () -> {
                    conversations.delete(currentUser.scope(), row.id(), row.version());
                    done.run();
                    Notifications.success(ui.getTranslation("conversations.delete.done"));
                });
    }

    /** Lets the own person say which own objectives a conversation counts for. @param done called after a change */
    void count(ConversationRow row, Runnable done) {
        var own = currentUser.personId().orElseThrow();
        var scope = new Scope.Self(own);
        ConversationDetails details = conversations.get(scope, row.id());
        var offered = conversations.countable(scope, row.id(), Set.of(own), details.heldOn());
        var version = new AtomicInteger(details.version());
        new CountDialog(
                        offered,
                        details.assignmentIds(),
                        chosen -> {
                            conversations.countForOwn(row.id(), version.get(), chosen);
                            done.run();
                            Notifications.success(
                                    UI.getCurrentOrThrow().getTranslation("conversations.count.done", chosen.size()));
                        },
                        () -> {
                            var latest = conversations.get(scope, row.id());
                            version.set(latest.version());
                            return latest.assignmentIds();
                        })
                .open();
    }
}
