package org.weft.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.mail.MailAddress;

/**
 * What each field of a person takes, the same by hand and by import. Every method gives the value put right, null for
 * none, and throws {@link InvalidInputException} with the field's name where it cannot be taken.
 */
public final class PersonFields {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private PersonFields() {}

    /** Never null: required. */
    public static String employeeNumber(@Nullable String text) {
        var number = line("employeeNumber", text, 64);
        if (number == null) {
            throw new InvalidInputException("employeeNumber", Text.of("people.error.numberMissing"));
        }
        return number;
    }

    /** Never null: required. */
    public static PersonName name(PersonName name) {
        if (name.family().isEmpty()) {
            throw new InvalidInputException("familyName", Text.of("people.error.nameMissing"));
        }
        line("givenName", name.given(), PersonName.LENGTH);
        line("familyName", name.family(), PersonName.LENGTH);
        return name;
    }

    public static @Nullable String email(@Nullable String text) {
        return text == null || text.isBlank() ? null : new MailAddress(text.strip(), "").address();
    }

    public static @Nullable String jobTitle(@Nullable String text) {
        return line("jobTitle", text, 200);
    }

    public static @Nullable String location(@Nullable String text) {
        return line("location", text, 150);
    }

    /** A zone of the IANA database, or an offset such as {@code +02:00}. */
    public static @Nullable String timeZone(@Nullable String text) {
        var zone = line("timeZone", text, 60);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new InvalidInputException("timeZone", Text.of("people.error.timeZone", zone));
        }
    }

    /** A language tag such as {@code de} or {@code de-CH}. */
    public static @Nullable String language(@Nullable String text) {
        var tag = line("language", text, 10);
        if (tag == null) {
            return null;
        }
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (!LANGUAGES.contains(locale.getLanguage())) {
            throw new InvalidInputException("language", Text.of("people.error.language", tag));
        }
        return locale.toLanguageTag();
    }

    public static @Nullable LocalDate day(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw new InvalidInputException(
                    field, Text.of("people.error.dayRange", EARLIEST.getYear(), LATEST.getYear()));
        }
        return day;
    }

    /** One line of at most so many characters; null for none. */
    public static @Nullable String line(String field, @Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        var line = PersonName.tidy(text);
        if (line.length() > length) {
            throw new InvalidInputException(field, Text.of("people.error.tooLong", length, line.length()));
        }
        return line.isEmpty() ? null : line;
    }

    /** The draft with every field put right. References to others are not looked at. */
    static PersonDraft checked(PersonDraft draft) {
        if (draft.familyName().isBlank()) {
            throw new InvalidInputException("familyName", Text.of("people.error.nameMissing"));
        }
        var name = name(new PersonName(draft.givenName(), draft.familyName()));
        return new PersonDraft(
                employeeNumber(draft.employeeNumber()),
                name.given(),
                name.family(),
                email(draft.email()),
                jobTitle(draft.jobTitle()),
                draft.level(),
                draft.teamId(),
                draft.managerId(),
                location(draft.location()),
                timeZone(draft.timeZone()),
                language(draft.language()),
                day("joinedOn", draft.joinedOn()));
    }
}
