package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Links;

/** The ways into this feature's views: as a location for links, and as a jump. */
public final class ObjectivesNavigation {

    private ObjectivesNavigation() {}

    /** The library of objectives. */
    public static String library() {
        return "library";
    }

    /** The library, opened at one objective. */
    public static String objective(long templateId) {
        return "library?objective=" + templateId;
    }

    /** The steps of assigning, from the start. */
    public static String assign() {
        return "assign";
    }

    /** The steps of assigning, with the cycle and, if given, the cohort chosen. */
    public static String assign(long cycleId, @Nullable Long cohortId) {
        return "assign?cycle=" + cycleId + (cohortId == null ? "" : "&cohort=" + cohortId);
    }

    /** The steps of assigning with these people of the cycle chosen, any number of them. */
    public static void openAssignTo(long cycleId, Set<Long> personIds) {
        new MarkedPeople(cycleId, personIds).hand(UI.getCurrentOrThrow());
        Links.go(assign(cycleId, null));
    }

    public static void openAssign(long cycleId, @Nullable Long cohortId) {
        Links.go(assign(cycleId, cohortId));
    }
}
