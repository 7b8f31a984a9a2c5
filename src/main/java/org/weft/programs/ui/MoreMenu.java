package org.weft.programs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What is done rarely, behind three dots. */
class MoreMenu extends Button {

    private final ContextMenu menu = new ContextMenu();

    MoreMenu() {
        setIcon(VaadinIcon.ELLIPSIS_DOTS_V.create());
        setAriaLabel(getTranslation("base.more"));
        getElement().setAttribute("aria-haspopup", "menu");
        menu.setOpenOnClick(true);
        menu.setTarget(this);
    }

    MoreMenu item(String label, Runnable action) {
        menu.addItem(label, click -> action.run());
        return this;
    }

    /** For tests, which have no browser to open it. */
    ContextMenu menu() {
        return menu;
    }
}
