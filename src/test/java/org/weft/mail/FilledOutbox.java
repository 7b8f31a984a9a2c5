package org.weft.mail;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What HR does with an outbox that a test fills. No mail server is set at first. */
@WeftTest
abstract class FilledOutbox {

    static final PageRequest PAGE = PageRequest.of(0, 50);

    @Autowired
    OutboxService messages;

    @Autowired
    OutboxSender sender;

    @Autowired
    MailProperties server;

    @Autowired
    Fixture fixture;

    @Autowired
    TestClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void hr() {
        SignedIn.as(Role.HR);
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    long enqueue(String address) {
        return enqueue(address, MailKind.REMINDER);
    }

    long enqueue(String address, MailKind kind) {
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to(address, kind)));
        return fixture.jdbc()
                .sql("select id from message where to_address = ?")
                .param(address.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    List<String> found(MessageFilter filter) {
        return messages.list(filter, PAGE).stream().map(MessageRow::toAddress).toList();
    }

    List<String> actions() {
        return fixture.jdbc()
                .sql("select action from audit_entry order by id")
                .query(String.class)
                .list();
    }
}
