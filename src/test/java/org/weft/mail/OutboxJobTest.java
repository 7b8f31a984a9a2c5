package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.testing.Fixture;
import org.weft.testing.WeftTest;

/** The job as it runs in production, which the other tests do without. */
@WeftTest
class OutboxJobTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxSender sender;

    @Autowired
    WeftMailProperties pace;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fixture fixture;

    @AfterEach
    void noServer() {
        sender.resume();
        MailServers.useNone(server);
    }

    @Test
    void mailGoesOutAtOnceAndNotOnlyWithTheNextRegularLook() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        var job = new OutboxJob(sender, pace);
        enqueue("before the first look");
        try {
            job.start();
            assertThat(arrives(greenMail, 1))
                    .as("the first look comes with the start")
                    .isTrue();

            enqueue("between two looks");
            job.wake(new MailQueued());
            assertThat(arrives(greenMail, 2)).isTrue();
        } finally {
            job.stop();
            greenMail.stop();
        }
    }

    @Test
    void whoIsStoppedFinishesTheMessageAndGivesTheOthersBack() throws Exception {
        try (var smtp = new ScriptedSmtpServer()) {
            MailServers.use(server, smtp.port());
            var job = new OutboxJob(sender, pace);
            var stopped = new CountDownLatch(1);
            smtp.beforeVerdict(number -> {
                if (number == 10) {
                    Thread.ofVirtual().start(() -> {
                        job.stop();
                        stopped.countDown();
                    });
                }
                if (number >= 10) {
                    pause();
                }
            });
            for (var number = 0; number < 40; number++) {
                enqueue("number " + number);
            }

            job.start();
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(count("status = 'SENT' and attempts = 1"))
                    .isEqualTo(smtp.accepted().size())
                    .isBetween(10, 12);
            assertThat(count("status = 'QUEUED' and attempts = 0"))
                    .isEqualTo(40 - smtp.accepted().size());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean arrives(GreenMail greenMail, int count) {
        return greenMail.waitForIncomingEmail(30_000, count);
    }

    private int count(String condition) {
        return fixture.jdbc()
                .sql("select count(*) from message where " + condition)
                .query(Integer.class)
                .single();
    }

    private void enqueue(String key) {
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to("ada@example.com", key)));
    }
}
