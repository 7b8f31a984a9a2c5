package org.weft.reports.ui;

import com.vaadin.flow.component.UI;
import java.util.Set;

/** An address of the portal as its path and the words of its query, whose order means nothing. */
final class Address {

    private Address() {}

    static Set<String> of(String href) {
        return Set.of(href.split("[?&]"));
    }

    /** Where the reader is now. */
    static Set<String> current() {
        return of(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters());
    }
}
