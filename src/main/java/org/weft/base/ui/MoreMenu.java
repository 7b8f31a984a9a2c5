package org.weft.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What is done rarely, behind three dots, or behind words where it is given some. */
public class MoreMenu extends Button {

    private final ContextMenu menu = new ContextMenu();

    public MoreMenu() {
        setIcon(VaadinIcon.ELLIPSIS_DOTS_V.create());
        setAriaLabel(getTranslation("base.more"));
        getElement().setAttribute("aria-haspopup", "menu");
        menu.setOpenOnClick(true);
        menu.setTarget(this);
    }

    @Override
    public void setText(String text) {
        super.setText(text);
        // What is seen is also what it is called.
        setAriaLabel(text.isEmpty() ? getTranslation("base.more") : null);
    }

    public MoreMenu item(String label, Runnable action) {
        add(label, action);
        return this;
    }

    /** An item whose words or visibility change later. */
    public MenuItem add(String label, Runnable action) {
        return menu.addItem(label, click -> action.run());
    }

    /** For tests, which have no browser to open it. */
    public ContextMenu menu() {
        return menu;
    }
}
