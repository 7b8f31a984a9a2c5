package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** What came of a message counts once, also when the answer to its commit was lost and it is written again. */
@WeftTest
class MessageStoreTest {

    @Autowired
    MessageStore store;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxService service;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @BeforeEach
    void aMessage() {
        MailServers.use(server, 1);
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to("ada@example.com")));
    }

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    private ClaimedMessage claimed() {
        var pace = new MailPace(0, Duration.ofMinutes(10));
        return store.claim(1, TestClock.START, pace, QueuePosition.START)
                .messages()
                .getFirst();
    }

    private Map<String, @Nullable Object> row() {
        return fixture.jdbc().sql("select * from message").query().singleRow();
    }

    @Test
    void anAttemptThatWasNoneIsTakenOffOnce() {
        var result = List.of(SendResult.untried(claimed(), MessageReason.UNREACHABLE, "", TestClock.START));
        assertThat(row()).containsEntry("attempts", 1);

        store.settle(result);
        store.settle(result);

        assertThat(row()).containsEntry("attempts", 0).containsEntry("status", "QUEUED");
    }

    @Test
    void whatAPersonDidAfterTheFirstWritingStays() {
        var message = claimed();
        var result = List.of(SendResult.tryAgain(message, MessageReason.TRY_LATER, "450", TestClock.START));
        store.settle(result);
        SignedIn.as(Role.HR);
        service.cancel(message.id());

        store.settle(result);

        assertThat(row()).containsEntry("status", "SUPPRESSED").containsEntry("reason", "CANCELLED");
    }

    @Test
    void whatWasNotTriedKeepsTheSenderOfTheTryBefore() {
        var from = new MailAddress("weft@example.com", "Weft");
        var tried = SendResult.tryAgain(claimed(), MessageReason.TRY_LATER, "450", TestClock.START);
        store.settle(List.of(tried.from(from)));
        store.settle(List.of(SendResult.untried(claimed(), null, "", TestClock.START)));

        assertThat(row()).containsEntry("from_address", "weft@example.com").containsEntry("from_name", "Weft");
    }
}
