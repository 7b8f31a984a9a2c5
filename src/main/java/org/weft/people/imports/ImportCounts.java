package org.weft.people.imports;

/**
 * The figures of an import.
 *
 * @param rows of the file
 * @param added people who are new
 * @param addedLeft how many of the new ones have left already
 * @param changed people who stay active, or stay away, with other values
 * @param deactivated people marked as left
 * @param unchanged people who are as the file says
 * @param problems rows left out
 * @param warnings things to know about rows that are applied
 * @param missing active people of the directory who are not in the file
 */
public record ImportCounts(
        int rows,
        int added,
        int addedLeft,
        int changed,
        int deactivated,
        int unchanged,
        int problems,
        int warnings,
        int missing) {

    /** Whether there is anything to apply. */
    public boolean changesAnything() {
        return added + changed + deactivated > 0;
    }
}
