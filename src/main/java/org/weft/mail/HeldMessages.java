package org.weft.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait for a person to release them.
 *
 * @param oldest when the first of them was written, null if there is none
 */
public record HeldMessages(long count, @Nullable Instant oldest) {}
