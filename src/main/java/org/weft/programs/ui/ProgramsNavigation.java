package org.weft.programs.ui;

import com.vaadin.flow.component.html.Anchor;
import org.weft.base.ui.Links;

/** The ways into this feature's views: as a location for links, and as a jump. */
public final class ProgramsNavigation {

    private ProgramsNavigation() {}

    /** The list of programs. */
    public static String programs() {
        return "programs";
    }

    /** One program with its cycles. */
    public static String program(long programId) {
        return "programs/" + programId;
    }

    /** One program, opened at one of its cycles. */
    public static String cycle(long programId, long cycleId) {
        return program(programId) + "?cycle=" + cycleId;
    }

    /** One cohort with its members. */
    public static String cohort(long cohortId) {
        return "cohort/" + cohortId;
    }

    public static void openProgram(long programId) {
        Links.go(program(programId));
    }

    public static void openCohort(long cohortId) {
        Links.go(cohort(cohortId));
    }

    /** A link that stays inside the portal. */
    static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
