package org.weft.progress;

/**
 * A team to filter by: one that has participants, itself or below.
 *
 * @param path its name after those of the teams above it
 */
public record TeamOption(long id, String path) {}
