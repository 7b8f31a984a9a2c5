package org.weft.workbook;

/**
 * How much of a file from outside is read at most. Whatever goes beyond is refused in words, before memory or patience
 * runs out.
 *
 * @param maxBytes the size of the file as it was uploaded
 * @param maxRows rows below the header
 * @param maxColumns columns of the header
 * @param maxCellLength characters of one cell
 */
public record ReadLimits(long maxBytes, int maxRows, int maxColumns, int maxCellLength) {

    /** As many characters as a cell of Excel holds. */
    public static final int CELL_LENGTH = 32_767;

    private static final long MEGABYTE = 1024L * 1024;

    public ReadLimits {
        if (maxBytes <= 0 || maxRows <= 0 || maxColumns <= 0 || maxCellLength <= 0) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }

    /** The given size, 200,000 rows, 500 columns, and cells as long as Excel's. */
    public static ReadLimits ofMegabytes(long megabytes) {
        return new ReadLimits(megabytes * MEGABYTE, 200_000, 500, CELL_LENGTH);
    }

    /** What the parts of a workbook may unpack to: ten times the file, as honest workbooks do, and never a bomb. */
    long maxUnpackedBytes() {
        return Math.max(32 * MEGABYTE, 10 * maxBytes);
    }

    long maxMegabytes() {
        return Math.max(1, maxBytes / MEGABYTE);
    }
}
