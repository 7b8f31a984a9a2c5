package org.weft.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.mail.SmtpSink.Delivery;
import org.weft.testing.NodeProof;

/** What {@code docs/mail.md} promises, proven. */
class OutboxProofIT extends NodeProof {

    private static final int MESSAGES = 10_000;
    private static final int KILLS = kills(20);

    OutboxProofIT() {
        super(OutboxNode.class);
    }

    @Test
    void withoutKillsEveryMessageGoesOutOnce() throws Exception {
        enqueue(0, MESSAGES);
        launchTwo();

        awaitAllSent();

        assertNothingLost(MESSAGES);
        assertNoCopies(MESSAGES);
        assertThat(sink.deliveries().stream().map(Delivery::client).distinct())
                .as("both took part")
                .hasSize(2);
    }

    @Test
    void killedProcessesLoseNothingAndRepeatAtMostWhatWasInFlight() throws Exception {
        launchTwo();
        for (var number = 0; number < KILLS; number++) {
            var victim = anyRunning();
            var before = sink.count();
            enqueue(number * MESSAGES / KILLS, (number + 1) * MESSAGES / KILLS);
            await("the sending to begin", () -> sink.count() > before);
            kill(victim, 400);
        }

        awaitAllSent();

        assertNothingLost(MESSAGES);
        assertEveryCopyWasInFlight();
    }

    @Test
    void aDatabaseThatIsRestartedInTheMiddleCostsNothing() throws Exception {
        var messages = 3_000;
        enqueue(0, messages);
        launchTwo();
        await("the first messages", () -> sink.count() > 500);

        stopDatabase();
        var before = sink.count();
        Thread.sleep(1_500);
        startDatabase();

        awaitAllSent();

        assertThat(before).as("it was in the middle").isLessThan(messages);
        assertNothingLost(messages);
        assertNoCopies(messages);
    }

    private void enqueue(int from, int to) {
        var mails = IntStream.range(from, to)
                .mapToObj(number -> Mails.to("person%d@example.com".formatted(number)))
                .toList();
        var outbox = portal(Outbox.class);
        portal(TransactionTemplate.class).executeWithoutResult(status -> outbox.enqueue(mails));
    }
}
