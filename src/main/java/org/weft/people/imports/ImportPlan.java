package org.weft.people.imports;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every write an import consists of. Equal plans do the same, so that a preview can be told to be still true.
 *
 * @param writes in the order of {@code people}
 * @param teams to be created, each after the one it stands below
 */
record ImportPlan(
        ImportCounts counts,
        List<PlannedPerson> people,
        List<Remark> remarks,
        List<String> newTeams,
        List<Directory.Team> teams,
        List<Write> writes) {

    /**
     * A person's row as it shall be.
     *
     * @param id negative for somebody new
     * @param before null for somebody new
     */
    record Write(long id, @Nullable PersonState before, PersonState after) {

        boolean moves() {
            return before != null && !Objects.equals(before.timeZone(), after.timeZone());
        }
    }

    /** Those who come into another time zone, by id. */
    Set<Long> moved() {
        return writes.stream().filter(Write::moves).map(Write::id).collect(Collectors.toSet());
    }
}
