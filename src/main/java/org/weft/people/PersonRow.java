package org.weft.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param name as it is shown: given name first
 * @param email null for those mail cannot reach
 */
public record PersonRow(
        long id,
        String employeeNumber,
        String name,
        @Nullable String email,
        @Nullable String jobTitle,
        Level level,
        @Nullable String teamName,
        @Nullable String managerName,
        @Nullable String location,
        boolean active,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {}
