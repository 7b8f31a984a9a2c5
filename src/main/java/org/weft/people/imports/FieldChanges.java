package org.weft.people.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Says field by field what differs between a person before and after. */
final class FieldChanges {

    private final LongFunction<@Nullable String> teamPath;
    private final LongFunction<@Nullable String> personName;

    /**
     * @param teamPath the team's name after those of all above it
     * @param personName the name a person is shown by
     */
    FieldChanges(LongFunction<@Nullable String> teamPath, LongFunction<@Nullable String> personName) {
        this.teamPath = teamPath;
        this.personName = personName;
    }

    List<FieldChange> between(PersonState before, PersonState after) {
        var changes = new ArrayList<FieldChange>();
        if (!before.name().equals(after.name())) {
            changes.add(new FieldChange(
                    ImportField.FULL_NAME, before.name().sort(), after.name().sort()));
        }
        compare(changes, ImportField.EMAIL, before.email(), after.email());
        compare(changes, ImportField.JOB_TITLE, before.jobTitle(), after.jobTitle());
        compare(changes, ImportField.LEVEL, before.level(), after.level());
        if (!Objects.equals(before.teamId(), after.teamId())) {
            changes.add(new FieldChange(ImportField.TEAM, path(before.teamId()), path(after.teamId())));
        }
        if (!Objects.equals(before.managerId(), after.managerId())) {
            changes.add(new FieldChange(ImportField.MANAGER, name(before.managerId()), name(after.managerId())));
        }
        compare(changes, ImportField.LOCATION, before.location(), after.location());
        compare(changes, ImportField.TIME_ZONE, before.timeZone(), after.timeZone());
        compare(changes, ImportField.LANGUAGE, before.language(), after.language());
        compare(changes, ImportField.STATUS, before.active(), after.active());
        compare(changes, ImportField.JOINED_ON, before.joinedOn(), after.joinedOn());
        compare(changes, ImportField.LEFT_ON, before.leftOn(), after.leftOn());
        return List.copyOf(changes);
    }

    private static void compare(
            List<FieldChange> changes, ImportField field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private @Nullable String path(@Nullable Long teamId) {
        return teamId == null ? null : teamPath.apply(teamId);
    }

    private @Nullable String name(@Nullable Long personId) {
        return personId == null ? null : personName.apply(personId);
    }
}
