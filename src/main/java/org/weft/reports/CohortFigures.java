package org.weft.reports;

/** One cohort beside the others. */
public record CohortFigures(long cohortId, String name, Figures figures) {}
