package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** One step on the way to assigning. */
interface AssignStep {

    /** What it shows. */
    Component content();

    /** Called each time the step is come to; shows the draft as it is. */
    void enter();

    /** What is missing before one may go on; empty if nothing is. */
    Optional<String> problem();

    /** What the way on is called. */
    String next();

    /** One line on what is chosen so far. */
    String summary();
}
