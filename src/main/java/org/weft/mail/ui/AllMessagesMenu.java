package org.weft.mail.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.MoreMenu;
import org.weft.base.ui.Notifications;
import org.weft.mail.MessageFilter;
import org.weft.mail.OutboxService;

/** What can be done with all messages of the filter at once. Is not there while there is nothing to do. */
class AllMessagesMenu extends MoreMenu {

    private final transient OutboxService outbox;
    private final Runnable done;
    private final MenuItem retry = add("", this::askRetry);
    private final MenuItem cancel = add("", this::askCancel);
    private transient MessageFilter filter = MessageFilter.ALL;

    /** @param done runs when something was done */
    AllMessagesMenu(OutboxService outbox, Runnable done) {
        this.outbox = outbox;
        this.done = done;
    }

    /** @param mailServer whether there is one to send with */
    void show(MessageFilter now, boolean mailServer) {
        filter = now;
        var choices = outbox.choices(now);
        var retryable = mailServer ? choices.retryable() : 0;
        retry.setText(getTranslation("mail.all.retry", retryable));
        retry.setVisible(retryable > 0);
        cancel.setText(getTranslation("mail.all.cancel", choices.cancellable()));
        cancel.setVisible(choices.cancellable() > 0);
        setVisible(retryable > 0 || choices.cancellable() > 0);
    }

    private void askRetry() {
        var count = outbox.choices(filter).retryable();
        ConfirmDialogs.ask(
                getTranslation("mail.all.retry.title", count),
                getTranslation("mail.all.retry.text"),
                getTranslation("mail.all.retry", count),
                () -> {
                    var retried = outbox.retry(filter);
                    done.run();
                    Notifications.success(getTranslation("mail.all.retried", retried));
                });
    }

    private void askCancel() {
        var count = outbox.choices(filter).cancellable();
        ConfirmDialogs.askDanger(
                getTranslation("mail.all.cancel.title", count),
                getTranslation("mail.all.cancel.text"),
                getTranslation("mail.all.cancel", count),
                () -> {
                    var cancelled = outbox.cancel(filter);
                    done.run();
                    Notifications.success(getTranslation("mail.all.cancelled", cancelled));
                });
    }
}
