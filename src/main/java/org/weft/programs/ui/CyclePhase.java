package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.programs.CycleRow.Phase;

/** How a cycle lies to today, in words and as a badge. */
final class CyclePhase {

    private CyclePhase() {}

    static String words(Component reader, Phase phase) {
        return reader.getTranslation("programs.phase." + phase.name());
    }

    static StatusBadge badge(Component reader, Phase phase) {
        return new StatusBadge(
                switch (phase) {
                    case CURRENT -> Tone.BLUE;
                    case UPCOMING -> Tone.AMBER;
                    case PAST -> Tone.GREY;
                },
                words(reader, phase));
    }
}
