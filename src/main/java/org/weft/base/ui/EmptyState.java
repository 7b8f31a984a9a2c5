package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Where nothing is to be seen: says why, and offers the next step. */
public class EmptyState extends Div {

    /** @param actions what leads on, the likeliest first */
    public EmptyState(VaadinIcon icon, String title, String text, Component... actions) {
        addClassName("weft-empty");
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("weft-empty-actions");
            add(row);
        }
    }
}
