package org.weft.base.ui;

import com.vaadin.flow.component.html.Span;

/** A state: its word, its sign and its colour. {@link Cells#badge} draws the same in a grid. */
public class StatusBadge extends Span {

    public StatusBadge(Tone tone, String word) {
        super(word);
        addClassName("weft-badge");
        getElement().setAttribute("data-tone", tone.css());
    }

    /** A status by its name in the domain: {@code IN_PROGRESS}, {@code SENT}, {@code OVERDUE}. */
    public static StatusBadge status(String status) {
        var badge = new StatusBadge(Tone.ofStatus(status), "");
        badge.setText(badge.getTranslation("status." + status));
        return badge;
    }

    /** A health by its name in the domain. */
    public static StatusBadge health(String health) {
        var badge = new StatusBadge(Tone.ofHealth(health), "");
        badge.setText(badge.getTranslation("health." + health));
        return badge;
    }
}
