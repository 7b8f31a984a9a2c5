package org.weft.people.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * What an import does with one person.
 *
 * @param row the row of the file, 0 for somebody who is not in it
 * @param personId null for somebody new
 * @param active whether they are active afterwards
 * @param changes field by field; empty for somebody new
 */
public record PlannedPerson(
        int row,
        @Nullable Long personId,
        String number,
        String name,
        @Nullable String jobTitle,
        Level level,
        boolean active,
        Action action,
        List<FieldChange> changes) {

    public enum Action {
        ADD,
        CHANGE,
        /** Marks as left; other fields may change too. */
        DEACTIVATE
    }
}
