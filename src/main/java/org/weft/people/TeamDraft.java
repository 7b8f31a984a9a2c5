package org.weft.people;

import org.jspecify.annotations.Nullable;

/**
 * A team as it is entered.
 *
 * @param name at most {@value #NAME_LENGTH} characters, unique among the teams below the same parent
 * @param parentId null for the top
 * @param leaderId who leads it and may therefore see everybody in it and below; null for nobody
 */
public record TeamDraft(
        String name,
        TeamKind kind,
        @Nullable Long parentId,
        @Nullable Long leaderId) {

    public static final int NAME_LENGTH = 200;
}
