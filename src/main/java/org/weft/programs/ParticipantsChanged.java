package org.weft.programs;

/** A transaction changes what lists show of participants; whose, {@code progress_change} says once it has committed. */
public record ParticipantsChanged() {}
