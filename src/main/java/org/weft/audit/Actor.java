package org.weft.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param accountId null when the portal itself acts
 * @param name as it shall stand in the trail for ever, whatever becomes of the account
 */
public record Actor(@Nullable Long accountId, String name) {

    /** The portal itself: jobs, first start, demonstration data. */
    public static final Actor PORTAL = new Actor(null, "Weft");
}
