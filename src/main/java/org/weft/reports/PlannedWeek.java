package org.weft.reports;

/**
 * The conversations of one week beside what would be needed.
 *
 * @param number from 0, counted from the first day of the cycle
 * @param held conversations of the week, counted for each objective they count towards
 * @param planned conversations that would be needed in it, were every target reached by its due date in even steps from
 *     the first day of the cycle
 */
public record PlannedWeek(int number, long held, double planned) {}
