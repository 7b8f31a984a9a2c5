package org.weft.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes due messages out of the outbox and hands them to the mail server. The database is asked in short transactions
 * before and after; none is open while the network is waited for. A node that dies in between leaves its messages to
 * the next one, so those may go out twice in that one case, under the same Message-ID.
 *
 * @see <a href="../../../../../../docs/decisions/018-every-node-sends.md">decision 018</a>
 */
@Service
class OutboxSender {

    /** How many messages one connection takes at a time: that many may go out twice when the node dies. */
    static final int BATCH = 50;

    /** After so many attempts, some thirty hours, a message is given up. */
    static final int MOST_ATTEMPTS = 15;

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    /** A server that hangs up over so many messages in a row is left alone until the next look. */
    private static final int MOST_BROKEN = 3;

    private final MessageStore store;
    private final AttachmentStore attachments;
    private final MailConnections connections;
    private final MailSettings settings;
    private final WeftMailProperties properties;
    private final LastLooks lastLooks;
    private final Clock clock;
    private volatile boolean stopping;

    OutboxSender(
            MessageStore store,
            AttachmentStore attachments,
            MailConnections connections,
            MailSettings settings,
            WeftMailProperties properties,
            LastLooks lastLooks,
            Clock clock) {
        this.store = store;
        this.attachments = attachments;
        this.connections = connections;
        this.settings = settings;
        this.properties = properties;
        this.lastLooks = lastLooks;
        this.clock = clock;
    }

    /** Sends all that is due. Stops early when the mail server cannot be reached. */
    void sendDue() {
        var server = settings.current();
        if (!server.configured()) {
            store.hold(clock.instant());
            return;
        }
        var look = new Look(server, new MailPace(server.perMinute(), properties.takeOverAfter()));
        var queue = new OutboxQueue(store, look.pace(), clock);
        try (var others = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("mail-outbox-", 2).factory())) {
            work(look, queue, others, server.connections() - 1);
        }
    }

    /** Ends the look that is under way after the messages being sent just now; the others are queued again. */
    void stop() {
        stopping = true;
    }

    /** Undoes {@link #stop}. */
    void resume() {
        stopping = false;
    }

    /** The settings of one look: read at its start, and it ends when somebody saves others. */
    private record Look(MailServer server, MailPace pace) {}

    /** One worker with one connection. A full batch is a sign that there is work for another. */
    private void work(Look look, OutboxQueue queue, ExecutorService others, int more) {
        var free = more;
        try (var connection = connections.open(look.server())) {
            for (var claim = queue.next(BATCH); !claim.isEmpty(); claim = queue.next(BATCH)) {
                if (free > 0 && claim.messages().size() == BATCH) {
                    free--;
                    others.execute(() -> workBeside(look, queue, others));
                }
                if (!send(look, claim, connection) || settings.outdated(look.server())) {
                    queue.end();
                }
            }
        }
    }

    private void workBeside(Look look, OutboxQueue queue, ExecutorService others) {
        try {
            work(look, queue, others, 0);
        } catch (RuntimeException e) {
            log.warn("A look at the outbox was broken off", e);
            queue.end();
        }
    }

    /** @return false if no more shall be taken in this look; what was not tried is then queued again */
    private boolean send(Look look, Claim claim, MailConnection connection) {
        var taken = new TakenMessages(claim, lastLooks, store, look.pace(), clock);
        var broken = 0;
        while (!stopping) {
            var message = taken.next();
            if (message == null) {
                return true;
            }
            var outcome = deliver(message, look.server().from(), connection);
            taken.note(result(message, outcome).from(look.server().from()));
            broken = outcome instanceof SendOutcome.Broken ? broken + 1 : 0;
            if (outcome instanceof SendOutcome.Unreachable || broken == MOST_BROKEN) {
                taken.giveBack(untried -> SendResult.untried(
                        untried, MessageReason.UNREACHABLE, outcome.answer(), next(untried.attempts() - 1)));
                return false;
            }
        }
        taken.giveBack(untried -> SendResult.untried(untried, null, "", clock.instant()));
        return false;
    }

    private SendOutcome deliver(ClaimedMessage message, MailAddress from, MailConnection connection) {
        try {
            var to = new MailAddress(message.toAddress(), message.toName()).toInternetAddress();
            var mail = MimeMail.of(message, content(message), from, to, connection.session(), clock.instant());
            return connection.send(mail, to);
        } catch (MessagingException | RuntimeException e) {
            // One message that cannot be built must not stop the others.
            log.error("Message {} cannot be sent", message.id(), e);
            return new SendOutcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Read one message at a time: fifty files at once would take their room. */
    private byte @Nullable [] content(ClaimedMessage message) {
        var file = message.attachment();
        return file == null
                ? null
                : attachments
                        .read(message.id(), file)
                        .orElseThrow(() -> new IllegalStateException("The file is no longer kept: " + file.name()));
    }

    private SendResult result(ClaimedMessage message, SendOutcome outcome) {
        var answer = outcome.answer();
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> SendResult.sent(message, answer, clock.instant());
            case SendOutcome.Refused refused -> failed(message, MessageReason.REFUSED, answer);
            case SendOutcome.Later later -> tryAgain(message, MessageReason.TRY_LATER, answer);
            case SendOutcome.Broken broken -> tryAgain(message, MessageReason.TRY_LATER, answer);
            case SendOutcome.Unreachable unreachable -> {
                log.warn("The mail server cannot be used: {}", MailAddress.clean(answer));
                yield tryAgain(message, MessageReason.UNREACHABLE, answer);
            }
        };
    }

    private SendResult tryAgain(ClaimedMessage message, MessageReason reason, String answer) {
        return message.attempts() >= MOST_ATTEMPTS
                ? failed(message, MessageReason.GAVE_UP, answer)
                : SendResult.tryAgain(message, reason, answer, next(message.attempts()));
    }

    private SendResult failed(ClaimedMessage message, MessageReason reason, String answer) {
        log.warn("Message {} failed: {}", message.id(), MailAddress.clean(answer));
        return SendResult.failed(message, reason, answer, clock.instant());
    }

    /** One minute, two, four ... four hours. */
    private Instant next(int attempts) {
        var wait = Duration.ofMinutes(1L << Math.clamp(attempts - 1, 0, 10));
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
