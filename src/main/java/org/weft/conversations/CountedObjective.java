package org.weft.conversations;

/** An objective a conversation counts for, and whose it is. */
public record CountedObjective(long assignmentId, long personId, String personName, String code, String title) {}
