package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** One field of a dashboard: a chart, and below it what one should know to read it. */
class Panel extends Div {

    Panel(Component... content) {
        super(content);
        addClassName("weft-reports-panel");
    }

    /** Takes the whole width of the dashboard. */
    Panel wide() {
        addClassName("weft-reports-wide");
        return this;
    }

    Panel note(VaadinIcon icon, String text) {
        add(noteOf(icon, text));
        return this;
    }

    static Paragraph noteOf(VaadinIcon icon, String text) {
        var picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        var note = new Paragraph(picture, new Span(text));
        note.addClassName("weft-reports-note");
        return note;
    }
}
