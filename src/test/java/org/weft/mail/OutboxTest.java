package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    @Test
    void mailIsHeldWhileNoServerIsSet() {
        var result = enqueue(List.of(Mails.to("ada@example.com")));

        assertThat(result).isEqualTo(new EnqueueResult(0, 1, 0, 0));
        assertThat(column("status")).containsExactly("HELD");
        assertThat(column("reason")).containsExactly("NO_MAIL_SERVER");
    }

    @Test
    void mailIsQueuedWhenAServerIsSet() {
        MailServers.use(server, 1);

        assertThat(enqueue(List.of(Mails.to("ada@example.com")))).isEqualTo(new EnqueueResult(1, 0, 0, 0));
        assertThat(column("status")).containsExactly("QUEUED");
    }

    @Test
    void mailToNobodyIsSuppressedAndSaysWhy() {
        MailServers.use(server, 1);

        assertThat(enqueue(List.of(Mails.withoutAddress("key")))).isEqualTo(new EnqueueResult(0, 0, 1, 0));
        assertThat(column("status")).containsExactly("SUPPRESSED");
        assertThat(column("reason")).containsExactly("NO_ADDRESS");
        assertThat(column("to_name")).containsExactly("Grace Hopper");
    }

    @Test
    void oneKeyIsWrittenOnce() {
        enqueue(List.of(Mails.to("ada@example.com", "once")));

        var again = enqueue(List.of(Mails.to("ada@example.com", "once"), Mails.to("alan@example.com", "another")));

        assertThat(again).isEqualTo(new EnqueueResult(0, 1, 0, 1));
        assertThat(column("unique_key")).containsExactly("another", "once");
    }

    @Test
    void twoAtTheSameMomentWriteOneKeyOnce() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts = List.of(0, 1).stream()
                    .map(number -> threads.submit(() -> {
                        start.await();
                        return enqueue(List.of(Mails.to("ada@example.com", "once")));
                    }))
                    .toList();
            start.countDown();
            var accepted =
                    attempts.get(0).get().accepted() + attempts.get(1).get().accepted();
            assertThat(accepted).isEqualTo(1);
        }
        assertThat(fixture.count("message")).isEqualTo(1);
    }

    @Test
    void aChangeThatIsTakenBackLeavesNoMail() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.enqueue(Mails.to("ada@example.com"));
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        assertThat(fixture.count("message")).isZero();
    }

    @Test
    void mailIsNeverWrittenOutsideATransaction() {
        assertThatThrownBy(() -> outbox.enqueue(Mails.to("ada@example.com")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theMessageRemembersWhoAskedForIt() {
        var account = SignedIn.as(Role.MANAGER);

        enqueue(List.of(Mails.to("ada@example.com")));

        assertThat(column("created_by_name")).containsExactly(account.displayName());
    }

    private EnqueueResult enqueue(List<NewMail> mails) {
        return transaction.execute(status -> outbox.enqueue(mails));
    }

    private List<String> column(String name) {
        return fixture.jdbc()
                .sql("select " + name + " from message order by unique_key")
                .query(String.class)
                .list();
    }
}
