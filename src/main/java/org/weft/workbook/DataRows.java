package org.weft.workbook;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.util.CellReference;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** The rows below the header, held to the limits. */
final class DataRows implements Iterator<SourceRow> {

    private final TableHeader header;
    private final ReadLimits limits;
    private final String fileName;
    private final Iterator<TableHeader.Candidate> source;
    private int count;

    /** @param source the rows of the file that hold any text, from its first */
    DataRows(TableHeader header, ReadLimits limits, String fileName, Iterator<TableHeader.Candidate> source) {
        this.header = header;
        this.limits = limits;
        this.fileName = fileName;
        this.source = source;
    }

    Stream<SourceRow> stream(Runnable close) {
        try {
            while (source.hasNext() && source.next().row() < header.row()) {
                // A title above the header.
            }
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
                .onClose(close);
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public SourceRow next() {
        var row = source.next();
        count++;
        if (count > limits.maxRows()) {
            throw new InvalidInputException(Text.of("workbook.read.tooManyRows", fileName, limits.maxRows()));
        }
        var cells = row.cells();
        for (var column = 0; column < cells.size(); column++) {
            if (cells.get(column).length() > limits.maxCellLength()) {
                throw new InvalidInputException(Text.of(
                        "workbook.read.cellTooLong",
                        fileName,
                        CellReference.convertNumToColString(column),
                        row.row(),
                        limits.maxCellLength()));
            }
        }
        return header.align(row.row(), cells);
    }
}
