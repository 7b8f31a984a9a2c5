package org.weft.objectives;

/** Whose plan an objective stands in. Words: {@code plankind.<NAME>}. */
public enum PlanKind {
    INDIVIDUAL,
    TEAM,
    ORGANISATION
}
