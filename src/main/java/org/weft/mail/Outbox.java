package org.weft.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.CurrentActor;

/**
 * Where every mail starts: a row, written in the transaction of the change that wants it. If the change is rolled back
 * there is no mail; if the mail server is down nothing is lost.
 */
@Service
public class Outbox {

    private final MessageStore store;
    private final MailSettings settings;
    private final CurrentActor actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(
            MessageStore store,
            MailSettings settings,
            CurrentActor actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.settings = settings;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** One mail; see {@link #enqueue(List)}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EnqueueResult enqueue(NewMail mail) {
        return enqueue(List.of(mail));
    }

    /**
     * Writes the mails down: queued, or held when no mail server is set, or suppressed where there is no address, or one
     * from which too much came back. A mail whose key is known is not written again. Sending starts when the transaction
     * has been committed.
     *
     * @throws IllegalArgumentException if a file is larger than {@link MailSettings#attachmentLimit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EnqueueResult enqueue(List<NewMail> mails) {
        var server = settings.current();
        var now = clock.instant();
        var who = actor.get();
        var rows = new ArrayList<MessageStore.NewMessage>(mails.size());
        var unreachable = store.unreachable(mails.stream()
                .map(NewMail::to)
                .filter(Objects::nonNull)
                .map(MailAddress::address)
                .toList());
        for (var mail : mails) {
            checkAttachment(mail);
            var reason = reason(mail, server.configured(), unreachable);
            rows.add(new MessageStore.NewMessage(mail, status(reason), reason, messageId(server.from()), now, who));
        }
        var written = store.insert(rows);
        var queued = 0;
        var held = 0;
        var suppressed = 0;
        for (var row : written) {
            switch (row.status()) {
                case QUEUED -> queued++;
                case HELD -> held++;
                default -> suppressed++;
            }
        }
        if (queued > 0) {
            events.publishEvent(new MailQueued());
        }
        return new EnqueueResult(queued, held, suppressed, mails.size() - written.size());
    }

    private void checkAttachment(NewMail mail) {
        var attachment = mail.attachment();
        if (attachment != null && attachment.content().length > settings.attachmentLimit()) {
            throw new IllegalArgumentException(
                    "%d bytes are too many to go with a mail".formatted(attachment.content().length));
        }
    }

    /** Why it does not go out now, null if it does. */
    private static @Nullable MessageReason reason(NewMail mail, boolean configured, Set<String> unreachable) {
        var to = mail.to();
        if (to == null) {
            return MessageReason.NO_ADDRESS;
        }
        if (unreachable.contains(UnreachableAddresses.lower(to.address()))) {
            return MessageReason.UNREACHABLE_ADDRESS;
        }
        return configured ? null : MessageReason.NO_MAIL_SERVER;
    }

    private static MessageStatus status(@Nullable MessageReason reason) {
        if (reason == null) {
            return MessageStatus.QUEUED;
        }
        return reason == MessageReason.NO_MAIL_SERVER ? MessageStatus.HELD : MessageStatus.SUPPRESSED;
    }

    /** Stays the same over all attempts, so that a receiving server knows a repetition for what it is. */
    private static String messageId(MailAddress from) {
        var address = from.toInternetAddress().getAddress();
        return "<weft." + UUID.randomUUID() + address.substring(address.lastIndexOf('@')) + ">";
    }
}
