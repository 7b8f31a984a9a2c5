package org.weft.programs;

/**
 * What a bulk change did.
 *
 * @param id what Undo is asked with
 * @param people for whom something changed
 * @param things what changed: assignments, or participants where the change is about these
 * @param leftOut people marked for whom nothing changed
 */
public record BulkResult(long id, int people, int things, int leftOut) {}
