package org.weft.reminders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who would get a reminder now and who would not.
 *
 * @param recipients all marked participants the asking account may see, in the order they were marked
 * @param mailServer whether a mail server is set; without one the reminders wait in the outbox
 * @param asOf the moment that was looked at
 */
public record ReminderPreview(List<ReminderRecipient> recipients, boolean mailServer, Instant asOf) {

    public ReminderPreview {
        recipients = List.copyOf(recipients);
    }

    public List<ReminderRecipient> willGetIt() {
        return recipients.stream().filter(ReminderRecipient::willGetIt).toList();
    }

    public List<ReminderRecipient> willNot() {
        return recipients.stream().filter(recipient -> !recipient.willGetIt()).toList();
    }

    /** How many of those who get it will get it later: it is night or a day off where they are. */
    public int waiting() {
        return (int) recipients.stream()
                .filter(recipient -> recipient.waitsUntil() != null)
                .count();
    }

    /** The languages the reminders will be written in, the most frequent first. */
    public List<Locale> languages() {
        var counts = new LinkedHashMap<Locale, Integer>();
        willGetIt().forEach(recipient -> counts.merge(recipient.language(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Locale, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
