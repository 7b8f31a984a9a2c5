package org.weft.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How far something is: a bar and "3 of 4". {@link Cells#progress} draws the same in a grid. */
public class ProgressLine extends Div {

    /**
     * @param fraction 0 to 1; what lies outside is drawn as its nearest end
     * @param label says it in words; the bar alone says nothing to a screen reader
     */
    public ProgressLine(double fraction, String label) {
        addClassName("weft-progress");
        var fill = new Span();
        fill.addClassName("weft-progress-fill");
        fill.getStyle().set("inline-size", width(fraction));
        var bar = new Span(fill);
        bar.addClassName("weft-progress-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(label);
        words.addClassNames("weft-progress-label", "weft-numbers");
        add(bar, words);
        setClassName("weft-progress-full", fraction >= 1);
    }

    static String width(double fraction) {
        return Math.round(Math.clamp(fraction, 0, 1) * 1000) / 10.0 + "%";
    }
}
