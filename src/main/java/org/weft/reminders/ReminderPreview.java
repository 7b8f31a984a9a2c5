package org.weft.reminders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who would get a reminder now and who would not.
 *
 * @param recipients all marked participants the asking account may see, in the order they were marked
 * @param mailServer whether a mail server is set; without one the reminders wait in the outbox
 */
public record ReminderPreview(List<ReminderRecipient> recipients, boolean mailServer) {

    public ReminderPreview {
        recipients = List.copyOf(recipients);
    }

    public List<ReminderRecipient> willGetIt() {
        return recipients.stream().filter(ReminderRecipient::willGetIt).toList();
    }

    public List<ReminderRecipient> willNot() {
        return recipients.stream().filter(recipient -> !recipient.willGetIt()).toList();
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
