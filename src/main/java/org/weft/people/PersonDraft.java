package org.weft.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as entered by hand. Blanks around and inside texts are put right when it is saved; an empty text counts as
 * none.
 *
 * @param employeeNumber required, unique, at most 64 characters
 * @param givenName may be empty for people with one name; at most 150 characters
 * @param familyName required; at most 150 characters
 * @param email null for somebody mail cannot reach
 * @param jobTitle at most 200 characters
 * @param level null to derive it from the job title, now and whenever the title or the rules change
 * @param location at most 150 characters
 * @param timeZone an IANA zone such as {@code Europe/Berlin}; null for the portal's
 * @param language a language tag such as {@code de}; null for the portal's
 */
public record PersonDraft(
        String employeeNumber,
        String givenName,
        String familyName,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable Level level,
        @Nullable Long teamId,
        @Nullable Long managerId,
        @Nullable String location,
        @Nullable String timeZone,
        @Nullable String language,
        @Nullable LocalDate joinedOn) {

    /** Somebody new of whom nothing is known yet. */
    public static PersonDraft empty() {
        return new PersonDraft("", "", "", null, null, null, null, null, null, null, null, null);
    }
}
