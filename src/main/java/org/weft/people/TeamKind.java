package org.weft.people;

/** What a node of the organisation is, from the whole to the smallest. A node may stand below any of the same or a higher kind. */
public enum TeamKind {
    ORGANISATION,
    DIVISION,
    DEPARTMENT,
    TEAM
}
