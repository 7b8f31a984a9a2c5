package org.weft.conversations.ui;

import org.weft.base.ui.Links;

/** Links to what this feature shows. */
public final class ConversationsNavigation {

    private ConversationsNavigation() {}

    /** Goes to the signed-in person's own plan. */
    public static void toMyPlan() {
        Links.go("my-plan");
    }
}
