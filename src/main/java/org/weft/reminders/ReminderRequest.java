package org.weft.reminders;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The wish to remind people.
 *
 * @param requestId the same for every repetition of one wish (a double click, a retry), at most 60 characters: it is
 *     carried out once
 * @param participantIds whom
 * @param wording what to say, per language of the recipients; the product's own words where a language is missing
 */
public record ReminderRequest(String requestId, List<Long> participantIds, Map<Locale, ReminderWording> wording) {

    public ReminderRequest {
        participantIds = List.copyOf(participantIds);
        wording = Map.copyOf(wording);
    }
}
