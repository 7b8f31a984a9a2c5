package org.weft.people.imports;

import org.jspecify.annotations.Nullable;

/**
 * What an import changes of one field.
 *
 * @param before a text, {@link java.time.LocalDate}, {@link org.weft.people.Level}, or for the status whether the person
 *     is active; null for none
 * @param after of the same type
 */
public record FieldChange(
        ImportField field,
        @Nullable Object before,
        @Nullable Object after) {}
