package org.weft.reports;

/** A department, as facts and figures name it. */
record Department(long id, String name) {}
