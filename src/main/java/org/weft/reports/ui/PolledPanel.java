package org.weft.reports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Errors;

/** A list with a heading below the catalogue. While one of them waits for something the page looks again and again, at all of them. */
@StyleSheet("styles/reports.css")
abstract class PolledPanel extends Section {

    private static final int LOOK_EVERY_MILLIS = 1_500;
    private static final int NEVER = -1;

    private final Paragraph empty;
    private final Div place = new Div();
    private transient @Nullable Registration looking;

    /**
     * @param name its class, and the beginning of its heading's id
     * @param title the key of its heading
     * @param empty the key of what is said where there is nothing
     */
    PolledPanel(String name, String title, String empty) {
        this.empty = new Paragraph(getTranslation(empty));
        var heading = new H2(getTranslation(title));
        heading.setId(name + "-title");
        getElement().setAttribute("aria-labelledby", name + "-title");
        place.getElement().setAttribute("role", "list");
        place.addClassName("weft-reports-download-list");
        addClassNames("weft-reports-panel", name);
        add(heading, this.empty, place);
    }

    /** Where the cards are. */
    final Div place() {
        return place;
    }

    /** Says instead of the cards that there are none. */
    final void empty(boolean none) {
        empty.setVisible(none);
        place.setVisible(!none);
    }

    /** Shows what there is now. */
    abstract void read();

    /** Whether something of what it shows will have changed in a moment. */
    abstract boolean waits();

    /** Reads what there is now, and goes on looking while it is worth it. */
    final void refresh() {
        read();
        getUI().ifPresent(ui -> ui.setPollInterval(anyWaits() ? LOOK_EVERY_MILLIS : NEVER));
    }

    private boolean anyWaits() {
        return getParent().stream()
                .flatMap(Component::getChildren)
                .anyMatch(panel -> panel instanceof PolledPanel polled && polled.waits());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> look());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NEVER);
        if (looking != null) {
            looking.remove();
        }
    }

    /** One look that fails is followed by another, and is nothing to tell of. */
    private void look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            Errors.log(e);
        }
    }
}
