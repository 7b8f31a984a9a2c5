package org.weft.access.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;

/** How long to wait until the next attempt, in words. */
final class WaitingTime {

    /** Whatever an address says, nobody is told to wait longer. */
    private static final long MOST_MINUTES = 60;

    private WaitingTime() {}

    /** Whole minutes, at least one. */
    static String words(Component component, Duration wait) {
        var minutes = Math.clamp(wait.plusSeconds(59).toMinutes(), 1, MOST_MINUTES);
        return component.getTranslation("access.wait.text", minutes);
    }
}
