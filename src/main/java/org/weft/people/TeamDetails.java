package org.weft.people;

import org.jspecify.annotations.Nullable;

/**
 * A team with what an edit needs.
 *
 * @param version to be given back with the edit
 * @param people active people in it, those of the teams below left out
 */
public record TeamDetails(
        long id, int version, TeamDraft draft, @Nullable String leaderName, int people) {}
