package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.testing.TestClock;
import org.weft.testing.WeftTest;

/** The job as it runs in production, with the scheduler the other tests do without. */
@WeftTest
class OutboxJobTest {

    @Autowired
    Outbox outbox;

    @Autowired
    RecurringTask<Void> outboxTask;

    @Autowired
    MailProperties server;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    @Autowired
    TestClock clock;

    @AfterEach
    void noServer() {
        MailServers.useNone(server);
    }

    @Test
    void mailGoesOutAtOnceAndNotOnlyWithTheNextRegularLook() throws Exception {
        var greenMail = MailServers.greenMail();
        MailServers.use(server, greenMail.getSmtp().getPort());
        var scheduler = Scheduler.create(dataSource)
                .startTasks(outboxTask)
                .threads(2)
                .pollingInterval(Duration.ofHours(1))
                .build();
        try {
            scheduler.start();
            enqueue("before the first look");
            assertThat(arrives(greenMail, 1))
                    .as("the first look comes with the start")
                    .isTrue();

            // The portal's clock may run apart from the scheduler's, as it does between nodes.
            clock.advance(Duration.ofDays(90));
            enqueue("between two looks");
            var beans = new StaticListableBeanFactory();
            beans.addBean("scheduler", scheduler);
            var waker = new OutboxJob.OutboxWaker(beans.getBeanProvider(Scheduler.class), outboxTask);
            // The job may still be writing its result down; asking again is what every further mail does.
            for (var attempt = 0; attempt < 20 && greenMail.getReceivedMessages().length < 2; attempt++) {
                waker.wake(new MailQueued());
                greenMail.waitForIncomingEmail(500, 2);
            }
            assertThat(greenMail.getReceivedMessages()).hasSize(2);
        } finally {
            scheduler.stop();
            greenMail.stop();
        }
    }

    private static boolean arrives(GreenMail greenMail, int count) {
        return greenMail.waitForIncomingEmail(30_000, count);
    }

    private void enqueue(String key) {
        transaction.executeWithoutResult(status -> outbox.enqueue(Mails.to("ada@example.com", key)));
    }
}
