package org.weft.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes due messages out of the outbox and hands them to the mail server. The database is asked in short transactions
 * before and after; none is open while the network is waited for. A node that dies in between leaves its messages to
 * the next one, so a message may go out twice in that one case, under the same Message-ID.
 */
@Service
class OutboxSender {

    /** Longer than the slowest possible conversation about one message, see {@link MailConnections}. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** After so many attempts, some thirty hours, a message is given up. */
    static final int MOST_ATTEMPTS = 15;

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private final MessageStore store;
    private final MailConnections connections;
    private final MailSettings settings;
    private final List<LastLook> looks;
    private final Clock clock;

    OutboxSender(
            MessageStore store, MailConnections connections, MailSettings settings, List<LastLook> looks, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.settings = settings;
        this.looks = looks;
        this.clock = clock;
    }

    /** Sends all that is due. Stops early when the mail server cannot be reached. */
    void sendDue() {
        if (!settings.configured()) {
            store.hold(clock.instant());
            return;
        }
        try (var connection = connections.open()) {
            List<ClaimedMessage> batch;
            do {
                batch = store.claim(BATCH, clock.instant(), LEASE);
            } while (!batch.isEmpty() && send(wanted(batch), connection));
        }
    }

    /** Those that are still to go out by who wrote them, as they read by now; the others are suppressed. */
    private List<ClaimedMessage> wanted(List<ClaimedMessage> batch) {
        var wanted = new ArrayList<>(batch);
        for (var look : looks) {
            var asked = wanted.stream()
                    .filter(message -> message.kind() == look.kind())
                    .map(ClaimedMessage::uniqueKey)
                    .toList();
            if (!asked.isEmpty()) {
                var changed = look.changed(asked);
                wanted.replaceAll(message -> revised(message, changed.get(message.uniqueKey())));
                wanted.removeIf(message -> suppressed(message, changed.get(message.uniqueKey())));
            }
        }
        return wanted;
    }

    private ClaimedMessage revised(ClaimedMessage message, @Nullable Optional<LastLook.Revised> now) {
        return now != null && now.isPresent() ? store.revise(message, now.get()) : message;
    }

    private boolean suppressed(ClaimedMessage message, @Nullable Optional<LastLook.Revised> now) {
        var gone = now != null && now.isEmpty();
        if (gone) {
            store.suppress(message, MessageReason.UNWANTED, clock.instant());
        }
        return gone;
    }

    /** @return false if there is no server to talk to; the messages are then queued again */
    private boolean send(List<ClaimedMessage> batch, MailConnection connection) {
        for (var at = 0; at < batch.size(); at++) {
            var message = batch.get(at);
            if (!store.attempt(message, clock.instant().plus(LEASE))) {
                continue;
            }
            if (settle(message, deliver(message, connection)) instanceof SendOutcome.Unreachable unreachable) {
                giveBack(batch.subList(at + 1, batch.size()), unreachable);
                return false;
            }
        }
        return true;
    }

    private SendOutcome deliver(ClaimedMessage message, MailConnection connection) {
        try {
            var to = new MailAddress(message.toAddress(), message.toName()).toInternetAddress();
            var mail = MimeMail.of(message, settings.from(), to, connection.session(), clock.instant());
            return connection.send(mail, to);
        } catch (MessagingException | RuntimeException e) {
            // One message that cannot be built must not stop the others.
            log.error("Message {} cannot be sent", message.id(), e);
            return new SendOutcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    private SendOutcome settle(ClaimedMessage message, SendOutcome outcome) {
        var attempts = message.attempts() + 1;
        switch (outcome) {
            case SendOutcome.Accepted(var answer) -> store.sent(message, answer, clock.instant());
            case SendOutcome.Refused(var answer) -> fail(message, MessageReason.REFUSED, answer);
            case SendOutcome.Later(var answer)
            when attempts >= MOST_ATTEMPTS -> fail(message, MessageReason.GAVE_UP, answer);
            case SendOutcome.Unreachable(var answer)
            when attempts >= MOST_ATTEMPTS -> fail(message, MessageReason.GAVE_UP, answer);
            case SendOutcome.Later(var answer) ->
                store.tryAgain(message, MessageReason.TRY_LATER, answer, next(attempts));
            case SendOutcome.Unreachable(var answer) -> {
                log.warn("The mail server cannot be used: {}", MailAddress.clean(answer));
                store.tryAgain(message, MessageReason.UNREACHABLE, answer, next(attempts));
            }
        }
        return outcome;
    }

    private void fail(ClaimedMessage message, MessageReason reason, String answer) {
        log.warn("Message {} failed: {}", message.id(), MailAddress.clean(answer));
        store.failed(message, reason, answer, clock.instant());
    }

    /** These were not tried, so their count of attempts stays. */
    private void giveBack(List<ClaimedMessage> untried, SendOutcome.Unreachable unreachable) {
        for (var message : untried) {
            store.tryAgain(
                    message, MessageReason.UNREACHABLE, unreachable.answer(), next(Math.max(1, message.attempts())));
        }
    }

    /** One minute, two, four ... four hours. */
    private Instant next(int attempts) {
        var wait = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
