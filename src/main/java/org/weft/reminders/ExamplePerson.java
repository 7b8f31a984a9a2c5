package org.weft.reminders;

import org.jspecify.annotations.Nullable;

/** Whom an example of a mail is made of: somebody real, or made up. */
public record ExamplePerson(
        @Nullable Long id,
        String name,
        String givenName,
        @Nullable Plan plan) {

    /**
     * What they take part in, the newest.
     *
     * @param participantId null where it is made up
     */
    public record Plan(@Nullable Long participantId, String program, String cycle, int open) {}
}
