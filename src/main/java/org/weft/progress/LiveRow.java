package org.weft.progress;

/**
 * A row read again.
 *
 * @param matches whether the filter still finds it
 */
public record LiveRow<T>(T row, boolean matches) {}
