package org.weft.people;

import java.util.Set;

/**
 * What others copied from the directory has changed. Published inside the transaction of the change, after it.
 *
 * @param personIds these people; empty together with {@code teamIds}: any number of people
 * @param teamIds everybody in these teams, whose names have changed
 */
public record DirectoryChanged(Set<Long> personIds, Set<Long> teamIds) {

    static DirectoryChanged person(long id) {
        return new DirectoryChanged(Set.of(id), Set.of());
    }

    static DirectoryChanged team(long id) {
        return new DirectoryChanged(Set.of(), Set.of(id));
    }

    /** Too many to name. */
    public static DirectoryChanged many() {
        return new DirectoryChanged(Set.of(), Set.of());
    }
}
