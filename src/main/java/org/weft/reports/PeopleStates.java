package org.weft.reports;

import org.weft.base.Count;

/**
 * How many of some people are in a state that asks for something. One person may be in several.
 *
 * @param total everybody
 * @param overdue people with an open objective past its due date
 * @param silent people in whose plan nothing happened for {@value #SILENT_DAYS} days
 * @param atRisk people whose worst reported health is at risk or off track
 * @param toReview people who submitted something
 */
public record PeopleStates(Count total, Count overdue, Count silent, Count atRisk, Count toReview) {

    public static final int SILENT_DAYS = 14;
}
