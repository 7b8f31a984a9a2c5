package org.weft.progress.roundtrip;

/** What can be edited. The lead is the participant's, everything else the assignment's. */
public enum EditField {
    DUE(EditColumn.DUE),
    TARGET(EditColumn.TARGET),
    STATUS(EditColumn.STATUS),
    LEAD(EditColumn.LEAD);

    private final EditColumn column;

    EditField(EditColumn column) {
        this.column = column;
    }

    public EditColumn column() {
        return column;
    }
}
