package org.weft.progress.roundtrip;

import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * What is wrong with a cell, so that the file cannot be applied.
 *
 * @param row its number in the file
 * @param column null where the row as a whole is wrong
 * @param content what stands in the cell, cut where it is long
 */
public record CellProblem(int row, @Nullable EditColumn column, String content, Text reason) {

    private static final int LONGEST = 200;

    public CellProblem {
        content = content.length() <= LONGEST ? content : content.substring(0, LONGEST - 1) + "…";
    }
}
