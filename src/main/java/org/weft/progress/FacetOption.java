package org.weft.progress;

/**
 * A value a facet can be set to.
 *
 * @param value as {@link ProgressFilter} holds it
 * @param name of what has one; empty for constants, days, and yes or no, which the reader's language names
 * @param hint what tells it from others of the same name: a team's parent, an objective's code; may be empty
 * @param count how many participants would be left under the other facets
 */
public record FacetOption(String value, String name, String hint, long count) {}
