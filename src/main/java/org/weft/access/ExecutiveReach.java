package org.weft.access;

/** Whose figures an executive reads: the whole organisation's, or those of the own line. */
public enum ExecutiveReach {
    WHOLE,
    LINE
}
