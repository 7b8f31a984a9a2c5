package org.weft.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all {@link LastLook}s. */
@Component
class LastLooks {

    private final ObjectProvider<LastLook> looks;
    private final MessageStore store;
    private final Clock clock;

    LastLooks(ObjectProvider<LastLook> looks, MessageStore store, Clock clock) {
        this.looks = looks;
        this.store = store;
        this.clock = clock;
    }

    /** Those of messages this node has taken that are still to go out, as they read by now; the others are suppressed. */
    List<ClaimedMessage> wanted(List<ClaimedMessage> messages) {
        var wanted = new ArrayList<>(messages);
        var unwanted = new ArrayList<SendResult>();
        for (var look : looks) {
            var asked = wanted.stream()
                    .filter(message -> message.kind() == look.kind())
                    .map(ClaimedMessage::uniqueKey)
                    .toList();
            if (!asked.isEmpty()) {
                var changed = look.changed(asked);
                wanted.replaceAll(message -> revised(message, changed.get(message.uniqueKey())));
                wanted.removeIf(message -> {
                    var now = changed.get(message.uniqueKey());
                    var gone = now != null && now.isEmpty();
                    if (gone) {
                        unwanted.add(SendResult.suppressed(message, MessageReason.UNWANTED, clock.instant()));
                    }
                    return gone;
                });
            }
        }
        if (!unwanted.isEmpty()) {
            store.settle(unwanted);
        }
        return wanted;
    }

    private ClaimedMessage revised(ClaimedMessage message, @Nullable Optional<LastLook.Revised> now) {
        return now != null && now.isPresent() ? store.revise(message, now.get()) : message;
    }
}
