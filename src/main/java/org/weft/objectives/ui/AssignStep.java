package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;

/** One step on the way to assigning. */
interface AssignStep {

    /** What it shows. */
    Component content();

    /** Called each time the step is come to; shows the draft as it is. */
    void enter();

    /** Whether one may go on; if not, the step has said why by then. */
    boolean complete();

    /** What the way on is called. */
    String next();

    /** One line on what is chosen so far. */
    String summary();
}
