package org.weft.people.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;
import org.weft.people.PersonName;

/**
 * What a row says about a person, every value of it fit to be kept. Null where the row says nothing.
 *
 * @param manager the reference as written
 * @param active null where neither a status nor a last day tells
 */
record PersonRecord(
        MappedRow row,
        String number,
        PersonName name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable Level level,
        @Nullable String department,
        @Nullable String team,
        @Nullable String manager,
        @Nullable String location,
        @Nullable String timeZone,
        @Nullable String language,
        @Nullable Boolean active,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {}
