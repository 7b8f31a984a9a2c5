package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;

/** The address a view has put into the browser without a navigation, by the call that does it there. */
final class Address {

    private Address() {}

    /** The latest since the last round trip; empty if none. */
    static String replacedBy(Runnable action) {
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        action.run();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .filter(call -> call.getExpression().contains("vaadin-navigate"))
                .map(call -> String.valueOf(call.getParameters().get(1)))
                .reduce("", (earlier, later) -> later);
    }
}
