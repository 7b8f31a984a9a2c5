package org.weft.base.ui;

import java.util.Locale;

/**
 * What a colour says about a state. Each has a sign of its own beside the word, so that none is told by colour alone.
 */
public enum Tone {
    /** Done. */
    GREEN,
    /** On the way. */
    BLUE,
    /** At risk, or somebody is waiting. */
    AMBER,
    /** Overdue or failed. */
    RED,
    /** Not started, or left out on purpose. */
    GREY;

    /** The tone of a status of the domain: of assignments, programs and messages. Grey for what it does not know. */
    public static Tone ofStatus(String status) {
        return switch (status) {
            case "COMPLETED", "SENT" -> GREEN;
            case "IN_PROGRESS", "ACTIVE", "QUEUED", "SENDING" -> BLUE;
            case "SUBMITTED", "RETURNED", "HELD" -> AMBER;
            case "OVERDUE", "FAILED", "BOUNCED" -> RED;
            default -> GREY;
        };
    }

    /** The tone of a health. */
    public static Tone ofHealth(String health) {
        return switch (health) {
            case "ON_TRACK" -> GREEN;
            case "AT_RISK" -> AMBER;
            case "OFF_TRACK" -> RED;
            default -> GREY;
        };
    }

    /** The name style sheets know it by. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
