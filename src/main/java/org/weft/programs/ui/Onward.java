package org.weft.programs.ui;

/** The addresses of views that stand to this feature's right, which it knows nothing else of. */
final class Onward {

    private Onward() {}

    /** Where objectives are assigned, with a cohort chosen. */
    static String assign(long cycleId, long cohortId) {
        return "assign?cycle=" + cycleId + "&cohort=" + cohortId;
    }

    /** The progress of everybody in a cycle. */
    static String progress(long cycleId) {
        return "progress?cycle=" + cycleId;
    }

    /** One person in a cycle. */
    static String person(long personId, long cycleId) {
        return "person/" + personId + "?cycle=" + cycleId;
    }
}
