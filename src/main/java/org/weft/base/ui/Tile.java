package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A card of the home page or of a dashboard: a title, a figure or a short list, and where to go on. */
public class Tile extends Section {

    private final Div body = new Div();
    private final Div foot = new Div();

    public Tile(VaadinIcon icon, String title) {
        addClassName("weft-tile");
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        var heading = new H2(picture, new Span(title));
        body.addClassName("weft-tile-body");
        foot.addClassName("weft-tile-foot");
        foot.setVisible(false);
        add(heading, body, foot);
    }

    /** A figure in large type, and what it counts. */
    public Tile figure(String value, String label) {
        var number = new Span(value);
        number.addClassNames("weft-tile-figure", "weft-numbers");
        var words = new Span(label);
        words.addClassName("weft-tile-figure-label");
        var line = new Div(number, words);
        line.addClassName("weft-tile-figures");
        body.add(line);
        return this;
    }

    public Tile text(String text) {
        body.add(new Paragraph(text));
        return this;
    }

    public Tile content(Component... components) {
        body.add(components);
        return this;
    }

    /** A way on, at the foot of the card. */
    public Tile link(String path, String label) {
        var anchor = new Anchor(path, label);
        anchor.getElement().setAttribute("router-link", true);
        return actions(anchor);
    }

    public Tile actions(Component... components) {
        foot.add(components);
        foot.setVisible(true);
        return this;
    }
}
