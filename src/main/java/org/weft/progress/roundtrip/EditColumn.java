package org.weft.progress.roundtrip;

/** The columns of the workbook, in their order. Words: {@code progress.excel.column.<NAME>}. */
public enum EditColumn {
    NAME,
    NUMBER,
    EMAIL,
    COHORT,
    CODE,
    OBJECTIVE,
    ACHIEVED,
    UNIT,
    DUE,
    TARGET,
    STATUS,
    REASON,
    LEAD,
    /** What ties a row to its assignment, and says how that stood. */
    KEY;

    String words() {
        return "progress.excel.column." + name();
    }
}
