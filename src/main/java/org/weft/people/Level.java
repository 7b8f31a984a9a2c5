package org.weft.people;

/** Where a role stands in the organisation, from the front line to the top. */
public enum Level {
    FRONT_LINE,
    TEAM_LEAD,
    MANAGER,
    EXECUTIVE
}
