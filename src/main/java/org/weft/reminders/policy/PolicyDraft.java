package org.weft.reminders.policy;

import org.jspecify.annotations.Nullable;

/**
 * What HR enters for a policy.
 *
 * @param name at most {@value #NAME_LENGTH} characters; null only for one that ships, which then has its shipped name
 * @param days 1 to {@value #MOST_DAYS} where the kind counts days, else 0
 * @param audience about whom, in programs that run
 * @param catchUpDays how many days after its day it still matters, when the portal was down
 * @param required goes out to those who want silence too, and over the budget
 * @param escalateAfter after so many unanswered ones the lead is told instead, null for never
 */
public record PolicyDraft(
        @Nullable String name,
        TriggerKind kind,
        int days,
        PolicyAudience audience,
        PolicyRecipient recipient,
        PolicySchedule schedule,
        int catchUpDays,
        boolean required,
        @Nullable Integer escalateAfter) {

    public static final int NAME_LENGTH = 100;
    public static final int MOST_DAYS = 365;
    public static final int MOST_CATCH_UP_DAYS = 31;
    public static final int MOST_UNANSWERED = 20;

    /** A new one of the house's own, as it is offered at first. */
    public static PolicyDraft suggested() {
        return new PolicyDraft(
                null,
                TriggerKind.DUE_IN,
                3,
                PolicyAudience.EVERYBODY,
                PolicyRecipient.PARTICIPANT,
                PolicySchedule.everyWorkingDay(),
                3,
                false,
                null);
    }
}
