package org.weft.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person.
 *
 * @param version to be given back with an edit
 * @param draft what can be edited; its level is null where the level is derived
 * @param name as it is shown: given name first
 * @param level the one in force
 * @param teamPath the team after all teams above it: "Production › Line 1"
 * @param reports how many active people report to them directly
 */
public record PersonDetails(
        long id,
        int version,
        PersonDraft draft,
        String name,
        Level level,
        @Nullable String teamPath,
        @Nullable String managerName,
        boolean active,
        @Nullable LocalDate leftOn,
        int reports,
        Instant updatedAt) {}
