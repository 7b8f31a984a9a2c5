package org.weft.reminders.policy;

import org.weft.base.Text;

/** Says why somebody is reminded, in figures. */
final class PolicyWords {

    private PolicyWords() {}

    /** @param days as {@link TriggerSql} counts them: below zero for days to go */
    static Text why(TriggerKind kind, int things, int days) {
        return switch (kind) {
            case DUE_IN, DUE_TODAY ->
                Text.of(days > 0 ? "reminders.why.passed" : "reminders.why.due", things, Math.abs(days));
            case OVERDUE_EVERY -> Text.of("reminders.why.overdue", things, days);
            case SILENT -> Text.of("reminders.why.silent", things, days);
            case NOT_STARTED -> Text.of("reminders.why.notStarted", things, days);
            case TO_REVIEW -> Text.of("reminders.why.toReview", things, days);
            case UNCONFIRMED -> Text.of("reminders.why.unconfirmed", things, days);
            case WEEKLY_DIGEST -> Text.of("reminders.why.open", things);
        };
    }
}
