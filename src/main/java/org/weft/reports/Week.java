package org.weft.reports;

/**
 * What happened in one week of a cycle. Weeks are counted from its first day, so the last may be shorter; what happened
 * before the first or after the last day is counted there.
 *
 * @param number from 0
 * @param completed objectives completed in it
 * @param due live objectives due in it
 * @param conversations held in it, each counted once
 * @param across those of them between people of two departments or more
 * @param reminded reminders the mail server took in it
 * @param followed those of them after which the person had a conversation or checked in within seven days
 */
public record Week(
        int number, long completed, long due, long conversations, long across, long reminded, long followed) {

    static Week empty(int number) {
        return new Week(number, 0, 0, 0, 0, 0, 0);
    }

    Week plus(Week other) {
        return new Week(
                number,
                completed + other.completed,
                due + other.due,
                conversations + other.conversations,
                across + other.across,
                reminded + other.reminded,
                followed + other.followed);
    }
}
