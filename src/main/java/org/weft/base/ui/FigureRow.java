package org.weft.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Figures side by side, of what a file would do. One that is nothing has no colour. */
public class FigureRow extends Div {

    private final transient Formats formats = Formats.of(this);

    public FigureRow() {
        addClassName("weft-counts");
    }

    public FigureRow figure(long value, String label, Tone tone) {
        return figure(value, label, "", tone);
    }

    /** @param detail a small line below, or empty */
    public FigureRow figure(long value, String label, String detail, Tone tone) {
        var number = new Span(formats.number(value));
        number.addClassNames("weft-count-value", "weft-numbers");
        var words = new Span(label);
        words.addClassName("weft-count-label");
        var figure = new Div(number, words);
        figure.addClassName("weft-count");
        if (!detail.isEmpty()) {
            var small = new Span(detail);
            small.addClassName("weft-sub");
            figure.add(small);
        }
        if (value > 0) {
            figure.getElement().setAttribute("data-tone", tone.css());
        }
        add(figure);
        return this;
    }
}
