package org.weft.conversations;

/**
 * How many conversations a {@link HeldFilter} finds.
 *
 * @param conversations each once
 * @param counted once for each live objective of a participant in scope they count towards; 0 unless the filter asks for
 *     those that count
 */
public record HeldCount(long conversations, long counted) {}
