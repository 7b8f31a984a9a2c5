package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What the cards of programs and cohorts have in common. The whole card leads where its title does. */
abstract class PlanCard extends Div {

    PlanCard() {
        addClassNames("weft-tile", "weft-programs-card");
        getElement().setAttribute("role", "listitem");
    }

    /** The cards' frame. */
    static Div list() {
        var list = new Div();
        list.addClassName("weft-tiles");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    void head(Component... parts) {
        add(framed("weft-programs-card-head", parts));
    }

    /** What is said or done last, at the foot of the card. */
    void foot(Component... parts) {
        add(framed("weft-tile-foot", parts));
    }

    static Div lines(Component... parts) {
        return framed("weft-programs-lines", parts);
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("weft-sub");
        return span;
    }

    static Span strong(String text) {
        var span = new Span(text);
        span.addClassNames("weft-programs-strong", "weft-numbers");
        return span;
    }

    private static Div framed(String className, Component... parts) {
        var frame = new Div(parts);
        frame.addClassName(className);
        return frame;
    }
}
