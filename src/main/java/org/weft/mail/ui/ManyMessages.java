package org.weft.mail.ui;

import com.vaadin.flow.component.Component;
import org.weft.base.Selection;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Notifications;
import org.weft.mail.MessageFilter;
import org.weft.mail.OutboxBulkService;

/** Asks before many messages are tried again or called off, and tells what came of it. */
final class ManyMessages {

    private ManyMessages() {}

    /** @param done runs when something was done */
    static void askRetry(
            Component owner, OutboxBulkService outbox, MessageFilter filter, Selection marked, Runnable done) {
        var count = outbox.choices(filter, marked).retryable();
        ConfirmDialogs.ask(
                owner.getTranslation("mail.all.retry.title", count),
                owner.getTranslation("mail.all.retry.text", count),
                owner.getTranslation("mail.all.retry", count),
                () -> {
                    var retried = outbox.retry(filter, marked);
                    done.run();
                    Notifications.success(owner.getTranslation("mail.all.retried", retried));
                });
    }

    /** @param done runs when something was done */
    static void askCancel(
            Component owner, OutboxBulkService outbox, MessageFilter filter, Selection marked, Runnable done) {
        var count = outbox.choices(filter, marked).cancellable();
        ConfirmDialogs.askDanger(
                owner.getTranslation("mail.all.cancel.title", count),
                owner.getTranslation("mail.all.cancel.text", count),
                owner.getTranslation("mail.all.cancel", count),
                () -> {
                    var cancelled = outbox.cancel(filter, marked);
                    done.run();
                    Notifications.success(owner.getTranslation("mail.all.cancelled", cancelled));
                });
    }
}
