package org.weft.mail.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.weft.base.Count;
import org.weft.base.ui.MarkedRows;
import org.weft.base.ui.SelectionBar;
import org.weft.mail.MessageChoices;
import org.weft.mail.MessageFilter;
import org.weft.mail.MessageRow;
import org.weft.mail.OutboxBulkService;

/** What can be done with the messages that are marked, each way with how many it would touch. */
class MarkedMessages extends Composite<SelectionBar> {

    private static final MessageChoices NOTHING = new MessageChoices(0, 0);

    private final transient OutboxBulkService outbox;
    private final MarkedRows<MessageRow> marked;
    private final Runnable done;
    private transient MessageFilter filter = MessageFilter.ALL;
    private transient MessageChoices choices = NOTHING;
    private boolean mailServer;

    /** @param done runs when something was done, or the marks were taken away: nothing is marked then */
    MarkedMessages(OutboxBulkService outbox, MarkedRows<MessageRow> marked, Runnable done) {
        this.outbox = outbox;
        this.marked = marked;
        this.done = done;
        marked.onChange(this::marked);
    }

    @Override
    protected SelectionBar initContent() {
        return new SelectionBar(
                List.of(
                        new SelectionBar.Way(
                                VaadinIcon.PAPERPLANE_O,
                                any -> getTranslation("mail.all.retry", choices.retryable()),
                                () -> mailServer && choices.retryable() > 0,
                                () -> ManyMessages.askRetry(this, outbox, filter, marked.selection(), this::unmark)),
                        new SelectionBar.Way(
                                VaadinIcon.BAN,
                                any -> getTranslation("mail.all.cancel", choices.cancellable()),
                                () -> choices.cancellable() > 0,
                                () -> ManyMessages.askCancel(this, outbox, filter, marked.selection(), this::unmark))),
                this::unmark);
    }

    /**
     * Keeps the marks as long as the filter stays.
     *
     * @param count how many the filter finds
     * @param nowMailServer whether there is one to send with
     */
    void show(MessageFilter now, long count, boolean nowMailServer) {
        var same = now.equals(filter);
        filter = now;
        mailServer = nowMailServer;
        if (same) {
            marked.among(Count.exactly(count));
        } else {
            marked.clear(Count.exactly(count));
        }
    }

    private void marked() {
        var size = marked.size();
        choices = size == 0 ? NOTHING : outbox.choices(filter, marked.selection());
        getContent().show(size, marked.matching());
    }

    private void unmark() {
        marked.deselectAll();
        done.run();
    }
}
