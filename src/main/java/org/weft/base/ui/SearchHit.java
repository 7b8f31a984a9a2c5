package org.weft.base.ui;

/**
 * Something the search in the head of the portal has found.
 *
 * @param subLine tells it from others of that name, such as team and level; may be empty
 * @param path where to look at it, inside the portal: {@code person/7}
 */
public record SearchHit(String label, String subLine, String path) {}
