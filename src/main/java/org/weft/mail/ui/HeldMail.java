package org.weft.mail.ui;

import com.vaadin.flow.component.Component;
import org.weft.base.ui.ConfirmDialogs;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Notifications;
import org.weft.mail.OutboxBulkService;

/** What was held while there was no mail server, and how it goes out. */
final class HeldMail {

    private HeldMail() {}

    /**
     * Asks before everything that is held is sent: old mail may be news to nobody.
     *
     * @param done runs when it is being sent, and when there is nothing to send any more
     */
    static void askRelease(Component owner, OutboxBulkService outbox, Runnable done) {
        var held = outbox.held();
        var oldest = held.oldest();
        if (oldest == null) {
            done.run();
            return;
        }
        ConfirmDialogs.ask(
                owner.getTranslation("mail.outbox.release.title", held.count()),
                owner.getTranslation(
                        "mail.outbox.release.text",
                        held.count(),
                        Formats.of(owner).date(oldest)),
                owner.getTranslation("mail.outbox.release", held.count()),
                () -> {
                    var released = outbox.releaseHeld();
                    done.run();
                    Notifications.success(owner.getTranslation("mail.outbox.released", released));
                });
    }
}
