package org.weft.progress.roundtrip;

/** Which of two stays, for the fields of a row that were changed on both sides. */
public enum Choice {
    WEFT,
    FILE
}
