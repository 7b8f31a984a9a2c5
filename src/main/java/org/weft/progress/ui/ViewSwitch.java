package org.weft.progress.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.VaadinIcon;

/** From the list to the matrix and back, with the filter kept. */
class ViewSwitch extends Nav {

    private final Anchor list = new Anchor();
    private final Anchor matrix = new Anchor();

    /** @param current the path of the view this stands on */
    ViewSwitch(String current) {
        addClassName("weft-progress-views");
        setAriaLabel(getTranslation("progress.views"));
        view(list, getTranslation("progress.view.list"), VaadinIcon.LIST, current.equals(ProgressNavigation.LIST));
        view(
                matrix,
                getTranslation("progress.view.matrix"),
                VaadinIcon.GRID_SMALL,
                current.equals(ProgressNavigation.MATRIX));
    }

    private void view(Anchor anchor, String words, VaadinIcon icon, boolean current) {
        anchor.add(icon.create());
        anchor.add(words);
        anchor.getElement().setAttribute("router-link", true);
        if (current) {
            anchor.getElement().setAttribute("aria-current", "page");
        }
        add(anchor);
    }

    void show(ProgressAddress address) {
        list.setHref(address.elsewhere().href(ProgressNavigation.LIST));
        matrix.setHref(address.elsewhere().href(ProgressNavigation.MATRIX));
    }
}
