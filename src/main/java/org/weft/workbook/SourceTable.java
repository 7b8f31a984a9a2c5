package org.weft.workbook;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table from outside, CSV or a sheet of a workbook: a header and rows that are read as they are asked for, so that its
 * size costs no memory.
 *
 * @see TableReader
 */
public interface SourceTable extends AutoCloseable {

    enum Format {
        CSV,
        XLSX
    }

    Format format();

    /** The name of the sheet that is read; empty for CSV. */
    String sheet();

    /** The names of the sheets one could read instead; empty for CSV. */
    List<String> sheets();

    /** The names of the columns, each different. A column without one is called by its letter, such as {@code [C]}. */
    List<String> header();

    /** The number of the header's row in the file, from 1. */
    int headerRow();

    /**
     * The rows below the header that hold any text, from the first, at every call. Close the stream.
     *
     * @throws org.weft.base.InvalidInputException, also while the stream is read: a row that cannot be read, more rows
     *     or longer cells than the limits allow
     */
    Stream<SourceRow> rows();

    @Override
    void close();
}
