package org.weft.people;

import org.jspecify.annotations.Nullable;

/**
 * A node of the organisation tree.
 *
 * @param parentId null at the top
 * @param depth 0 at the top
 * @param path its name after those of all above it: "Production › Line 1"
 */
public record TeamNode(
        long id, String name, TeamKind kind, @Nullable Long parentId, int depth, String path) {}
