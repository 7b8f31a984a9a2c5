package org.weft.people.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;
import org.weft.people.PersonName;

/**
 * All that an import can change of a person. A negative id of a team or manager stands for one that the same import
 * creates.
 */
record PersonState(
        String number,
        PersonName name,
        @Nullable String email,
        @Nullable String jobTitle,
        Level level,
        boolean levelFixed,
        @Nullable Long teamId,
        @Nullable Long managerId,
        @Nullable String location,
        @Nullable String timeZone,
        @Nullable String language,
        boolean active,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    PersonState with(@Nullable Long teamId, @Nullable Long managerId) {
        return with(teamId, managerId, active);
    }

    PersonState left() {
        return with(teamId, managerId, false);
    }

    private PersonState with(@Nullable Long teamId, @Nullable Long managerId, boolean active) {
        return new PersonState(
                number,
                name,
                email,
                jobTitle,
                level,
                levelFixed,
                teamId,
                managerId,
                location,
                timeZone,
                language,
                active,
                joinedOn,
                leftOn);
    }
}
