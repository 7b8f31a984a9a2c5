package org.weft.mail.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import org.weft.base.Selection;
import org.weft.base.ui.MoreMenu;
import org.weft.mail.MessageFilter;
import org.weft.mail.OutboxBulkService;

/** What can be done with all messages of the filter at once. Is not there while there is nothing to do. */
class AllMessagesMenu extends MoreMenu {

    private final transient OutboxBulkService outbox;
    private final MenuItem retry;
    private final MenuItem cancel;
    private transient MessageFilter filter = MessageFilter.ALL;

    /** @param done runs when something was done */
    AllMessagesMenu(OutboxBulkService outbox, Runnable done) {
        this.outbox = outbox;
        retry = add("", () -> ManyMessages.askRetry(this, outbox, filter, Selection.ALL, done));
        cancel = add("", () -> ManyMessages.askCancel(this, outbox, filter, Selection.ALL, done));
    }

    /** @param mailServer whether there is one to send with */
    void show(MessageFilter now, boolean mailServer) {
        filter = now;
        var choices = outbox.choices(now, Selection.ALL);
        var retryable = mailServer ? choices.retryable() : 0;
        retry.setText(getTranslation("mail.all.retry", retryable));
        retry.setVisible(retryable > 0);
        cancel.setText(getTranslation("mail.all.cancel", choices.cancellable()));
        cancel.setVisible(choices.cancellable() > 0);
        setVisible(retryable > 0 || choices.cancellable() > 0);
    }
}
