package org.weft.programs;

import java.util.List;

/**
 * The outcome of taking members out.
 *
 * @param removed how many left
 * @param kept who has begun to work on objectives and therefore stays, by name
 */
public record MembersRemoved(int removed, List<String> kept) {}
