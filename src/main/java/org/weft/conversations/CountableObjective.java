package org.weft.conversations;

import java.time.LocalDate;

/**
 * An objective a conversation may count for.
 *
 * @param byHand whether its figure is reported in check-ins: the conversation starts it, but does not move it
 * @param progress how far it is
 * @param suggested whether it is the one that is plainly meant: the only one of this person that the conversation moves
 */
public record CountableObjective(
        long assignmentId,
        long personId,
        String personName,
        String code,
        String title,
        boolean byHand,
        Progress progress,
        boolean suggested) {

    CountableObjective suggest() {
        return new CountableObjective(assignmentId, personId, personName, code, title, byHand, progress, true);
    }

    /** How far an objective is, in its own unit. */
    public record Progress(int achieved, int target, String unit, LocalDate dueOn) {}
}
