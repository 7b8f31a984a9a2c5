package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Supplier;

/** What opens below a button of the filter row. Its content is made when it opens, so that it says what is so now. */
class ChoicePopover extends Popover {

    private final Div body = new Div();

    /** @param label what it is, for screen readers */
    ChoicePopover(Component button, String label, Supplier<Component> content) {
        setTarget(button);
        setAriaLabel(label);
        setRole("dialog");
        setPosition(PopoverPosition.BOTTOM_START);
        setModal(true);
        addClassName("weft-choice");
        body.addClassName("weft-choice-body");
        add(body);
        addOpenedChangeListener(event -> {
            body.removeAll();
            if (event.isOpened()) {
                body.add(content.get());
            }
        });
    }

    /** Puts something else into the open popover. */
    void swap(Component content) {
        body.removeAll();
        body.add(content);
    }
}
