package org.weft.programs;

import org.jspecify.annotations.Nullable;

/**
 * What HR enters for a program.
 *
 * @param name required, at most {@value #NAME_LENGTH} characters, unique
 * @param purpose at most {@value #PURPOSE_LENGTH} characters, may be blank
 * @param ownerId the person who answers for it, if somebody does
 */
public record ProgramDraft(
        String name, String purpose, @Nullable Long ownerId) {

    public static final int NAME_LENGTH = 200;
    public static final int PURPOSE_LENGTH = 2000;
}
