package org.weft.programs;

/**
 * What an Undo did.
 *
 * @param back things that are as they were before
 * @param kept things that somebody has changed since, and that stay
 */
public record BulkUndone(int back, int kept) {}
