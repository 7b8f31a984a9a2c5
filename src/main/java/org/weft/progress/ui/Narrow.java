package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Says whether the window has room for columns, now and whenever that changes. */
final class Narrow {

    /** In pixels: what no grid of this feature fits into. */
    private static final int WIDTH = 700;

    private Narrow() {}

    /** From the owner's attach to its detach. */
    static void watch(Component owner, Consumer<Boolean> narrow) {
        var resizing = new ArrayList<Registration>();
        owner.addAttachListener(event -> {
            var page = event.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> tell(details.getWindowInnerWidth(), narrow));
            resizing.add(page.addBrowserWindowResizeListener(resize -> tell(resize.getWidth(), narrow)));
        });
        owner.addDetachListener(event -> {
            List.copyOf(resizing).forEach(Registration::remove);
            resizing.clear();
        });
    }

    private static void tell(int width, Consumer<Boolean> narrow) {
        narrow.accept(width > 0 && width < WIDTH);
    }
}
