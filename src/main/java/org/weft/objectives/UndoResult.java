package org.weft.objectives;

import java.util.List;

/**
 * What an Undo took back and what it kept.
 *
 * @param takenBack assignments that are gone
 * @param kept assignments that had been worked on and stay
 * @param keptExamples the first of them, with why
 */
public record UndoResult(int takenBack, int kept, List<Kept> keptExamples) {

    /** Why an assignment stays. Words: {@code objectives.kept.<NAME>}. */
    public enum KeptReason {
        /** Its status moved or a conversation counts for it. */
        STARTED,
        CHECKED_IN,
        /** Its due date or target was changed. */
        CHANGED,
        /** It is held for another reason as well, and from now on only for that. */
        ALSO_HELD
    }

    public record Kept(String personName, String title, KeptReason reason) {}
}
