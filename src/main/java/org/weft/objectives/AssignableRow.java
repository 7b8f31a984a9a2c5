package org.weft.objectives;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/** A participant who may be chosen by hand. */
public record AssignableRow(
        long personId, String name, @Nullable String teamName, Level level, String cohortName, int objectives) {}
