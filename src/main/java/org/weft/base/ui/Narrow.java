package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says whether the window has room for columns, now and whenever that changes. On a phone nothing scrolls sideways: a
 * list shows fewer columns there, or one card a row.
 */
public final class Narrow {

    /** In pixels: what no list of many columns fits into. */
    private static final int WIDTH = 700;

    private Narrow() {}

    /** From the owner's attach to its detach. */
    public static void watch(Component owner, Consumer<Boolean> narrow) {
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

    /** Shows one set of a grid's columns where there is room and another, as a rule a single card, on a phone. */
    public static void columns(
            Grid<?> grid, List<? extends Grid.Column<?>> wide, List<? extends Grid.Column<?>> phone) {
        watch(grid, narrow -> {
            wide.forEach(column -> column.setVisible(!narrow));
            phone.forEach(column -> column.setVisible(narrow));
        });
        phone.forEach(column -> column.setVisible(false));
    }

    private static void tell(int width, Consumer<Boolean> narrow) {
        narrow.accept(width > 0 && width < WIDTH);
    }
}
