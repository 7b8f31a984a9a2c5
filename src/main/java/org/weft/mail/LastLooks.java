package org.weft.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Those of messages this node has taken that are still to go out now, as they read by now; the others are suppressed or
     * wait.
     */
    List<ClaimedMessage> wanted(List<ClaimedMessage> messages) {
        var wanted = new ArrayList<ClaimedMessage>();
        var others = new ArrayList<SendResult>();
        var verdicts = verdicts(messages);
        for (var message : messages) {
            switch (verdicts.get(message.uniqueKey())) {
                case null -> wanted.add(message);
                case LastLook.Revised now -> wanted.add(store.revise(message, now));
                case LastLook.Later later ->
                    others.add(SendResult.untried(message, MessageReason.NOT_NOW, "", later.at()));
                case LastLook.Unwanted none ->
                    others.add(SendResult.suppressed(message, MessageReason.UNWANTED, clock.instant()));
            }
        }
        if (!others.isEmpty()) {
            store.settle(others);
        }
        return wanted;
    }

    private Map<String, LastLook.Verdict> verdicts(List<ClaimedMessage> messages) {
        var verdicts = new HashMap<String, LastLook.Verdict>();
        for (var look : looks) {
            var asked = messages.stream()
                    .filter(message -> message.kind() == look.kind())
                    .map(ClaimedMessage::uniqueKey)
                    .toList();
            if (!asked.isEmpty()) {
                verdicts.putAll(look.ask(asked));
            }
        }
        return verdicts;
    }
}
