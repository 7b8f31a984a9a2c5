package org.weft.people.imports;

/** What HR decides about an import beyond the mapping. */
public record ImportOptions(Missing missing, Problems problems) {

    /** What becomes of active people of the directory who are not in the file. */
    public enum Missing {
        KEEP,
        DEACTIVATE
    }

    /** What becomes of the file when some of its rows have problems. */
    public enum Problems {
        /** The rows without problems are applied together; the others are left out. */
        LEAVE_OUT,
        /** Nothing is applied until every row is clean. */
        REFUSE
    }

    public static final ImportOptions DEFAULT = new ImportOptions(Missing.KEEP, Problems.LEAVE_OUT);
}
