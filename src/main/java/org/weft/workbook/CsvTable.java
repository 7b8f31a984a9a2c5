package org.weft.workbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** A CSV file, read as a spreadsheet program does: a record is a row, whatever line breaks its quotes hold. */
final class CsvTable implements SourceTable {

    private final Path file;
    private final String fileName;
    private final ReadLimits limits;
    private final TextEncoding encoding;
    private final Separator separator;
    private final TableHeader header;

    private CsvTable(
            Path file,
            String fileName,
            ReadLimits limits,
            TextEncoding encoding,
            Separator separator,
            TableHeader header) {
        this.file = file;
        this.fileName = fileName;
        this.limits = limits;
        this.encoding = encoding;
        this.separator = separator;
        this.header = header;
    }

    static CsvTable open(Path file, String fileName, ReadLimits limits) throws IOException {
        var encoding = TextEncoding.of(file, fileName);
        Separator separator;
        try (var reader = encoding.reader(file)) {
            separator = Separator.of(reader);
        }
        var first = new ArrayList<TableHeader.Candidate>();
        try (var records = new Records(file, fileName, limits, encoding, separator)) {
            while (first.size() < TableHeader.SEARCHED_ROWS && records.hasNext()) {
                first.add(records.next());
            }
        }
        var header = TableHeader.find(first, fileName, limits);
        return new CsvTable(file, fileName, limits, encoding, separator, header);
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    @Override
    public int headerRow() {
        return header.row();
    }

    @Override
    public Stream<SourceRow> rows() {
        try {
            var records = new Records(file, fileName, limits, encoding, separator);
            return new DataRows(header, limits, fileName, records).stream(records::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Each pass over the rows opens and closes the file for itself.
    }

    /** The records with any text in them, numbered with those that have none. */
    private static final class Records implements Iterator<TableHeader.Candidate>, AutoCloseable {

        private final Reader reader;
        private final Iterator<CsvRecord> records;
        private final String fileName;
        private int row;
        private TableHeader.@Nullable Candidate next;

        Records(Path file, String fileName, ReadLimits limits, TextEncoding encoding, Separator separator)
                throws IOException {
            this.fileName = fileName;
            this.reader = encoding.reader(file);
            separator.skip(reader);
            this.records = CsvReader.builder()
                    .fieldSeparator(separator.character())
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    // Blanks around quotes are common; where a blank separates, they cannot be told apart.
                    .trimWhitespacesAroundQuotes(separator.character() != '\t')
                    .maxBufferSize(Math.max(64 * 1024, 2 * limits.maxCellLength()))
                    .ofCsvRecord(reader)
                    .iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null && records.hasNext()) {
                    var cells = records.next().getFields().stream()
                            .map(CellText::trim)
                            .toList();
                    row++;
                    var candidate = new TableHeader.Candidate(row, cells);
                    if (candidate.filled() > 0) {
                        next = candidate;
                    }
                }
                return next != null;
            } catch (CsvParseException e) {
                throw new InvalidInputException(Text.of("workbook.read.quotes", fileName, row + 1));
            }
        }

        @Override
        public TableHeader.Candidate next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var result = next;
            next = null;
            return result;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
