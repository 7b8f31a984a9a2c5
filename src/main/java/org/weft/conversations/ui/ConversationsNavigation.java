package org.weft.conversations.ui;

import com.vaadin.flow.component.UI;

/** Links to what this feature shows. */
public final class ConversationsNavigation {

    private ConversationsNavigation() {}

    /** Goes to the signed-in person's own plan. */
    public static void toMyPlan() {
        UI.getCurrent().navigate("my-plan");
    }
}
