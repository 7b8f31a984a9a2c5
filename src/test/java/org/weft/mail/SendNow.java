package org.weft.mail;

import org.springframework.stereotype.Component;

/** One look at the outbox, for the tests of features that write mail; the job itself is off in tests. */
@Component
public class SendNow {

    private final OutboxSender sender;

    SendNow(OutboxSender sender) {
        this.sender = sender;
    }

    public void run() {
        sender.sendDue();
    }
}
