package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;

/** Ways to addresses inside the portal. */
public final class Links {

    private Links() {}

    /** Goes to an address inside the portal, which may have a query; Vaadin's own call refuses one. */
    public static void go(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
    }
}
