package org.weft.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages went on to another status in a way that changes what they count for: failed, came back, called off, or tried again after
 * that. Published in the transaction that changed them.
 *
 * @param uniqueKeys of the messages
 * @param participantIds the participants they are about, each message about one; where it is about more, its writer knows
 */
public record MessagesChanged(MailKind kind, Set<String> uniqueKeys, Set<Long> participantIds) {

    /** One of them. */
    public record Message(
            MailKind kind, String uniqueKey, @Nullable Long participantId) {}

    /** One for each kind there is among the messages. */
    public static List<MessagesChanged> of(Collection<Message> messages) {
        return messages.stream().collect(groupingBy(Message::kind)).entrySet().stream()
                .map(kind -> of(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static MessagesChanged of(MailKind kind, List<Message> messages) {
        return new MessagesChanged(
                kind,
                messages.stream().map(Message::uniqueKey).collect(toSet()),
                messages.stream()
                        .map(Message::participantId)
                        .filter(Objects::nonNull)
                        .collect(toSet()));
    }
}
