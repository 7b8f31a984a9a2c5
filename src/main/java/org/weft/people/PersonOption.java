package org.weft.people;

/**
 * A person to choose.
 *
 * @param subLine tells namesakes apart: job title and team, or the employee number; may be empty
 */
public record PersonOption(long id, String name, String subLine) {}
