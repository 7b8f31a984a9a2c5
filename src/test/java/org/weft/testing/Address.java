package org.weft.testing;

import com.vaadin.flow.component.UI;
import java.util.Set;

/** Addresses of the portal in tests of views. */
public final class Address {

    private Address() {}

    /** An address as its path and the words of its query, whose order means nothing. */
    public static Set<String> of(String href) {
        return Set.of(href.split("[?&]"));
    }

    /** Where the reader is now. */
    public static Set<String> current() {
        return of(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters());
    }

    /**
     * The latest address a view has put into the browser without a navigation since the last round trip, by the call that
     * does it there; empty if none.
     */
    public static String replacedBy(Runnable action) {
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        action.run();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .filter(call -> call.getExpression().contains("vaadin-navigate"))
                .map(call -> String.valueOf(call.getParameters().get(1)))
                .reduce("", (earlier, later) -> later);
    }
}
