package org.weft.conversations.ui;

import org.weft.base.ui.Links;
import org.weft.conversations.HeldFilter;

/** Links to what this feature shows. */
public final class ConversationsNavigation {

    private ConversationsNavigation() {}

    /** Goes to the signed-in person's own plan. */
    public static void toMyPlan() {
        Links.go("my-plan");
    }

    /** The conversations a filter finds among those of all whom the reader sees, as a path inside the portal. */
    public static String held(HeldFilter filter) {
        return HeldAddress.of(filter).href();
    }

    /** As {@link #held}, only of people the reader leads. */
    public static String heldByLed(HeldFilter filter) {
        return HeldAddress.led(HeldAddress.of(filter)).href();
    }
}
