package org.weft.progress;

/** In which form progress is looked at; a saved view belongs to one. */
public enum ProgressForm {
    LIST,
    MATRIX
}
