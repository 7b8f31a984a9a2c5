package org.weft.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;
import org.weft.base.Translations;
import org.weft.workbook.pdf.PdfFiles;

/**
 * Writes Excel workbooks. Rows of tables go through to the stream as they come, so that a million of them take no more
 * memory than a hundred, and no temporary file.
 *
 * <p>Text stays text: a cell that looks like a formula is stored as text and marked so, control characters that a
 * workbook cannot hold appear as their symbols (␀ to ␟), and what is longer than a cell holds (32,767 characters) is cut
 * with a note that says so. A date Excel does not know (before 1900) and a whole number it would round (above fifteen
 * digits) are written as text.
 */
@Component
public class Workbooks {

    private final Translations translations;

    Workbooks(Translations translations) {
        this.translations = translations;
    }

    /** Writes a workbook into a temporary file; as the longer form. */
    public WorkbookFile file(String fileName, WorkbookSpec spec) {
        return file(fileName, spec, FileFormat.XLSX);
    }

    /**
     * Writes a file of some format into a temporary file.
     *
     * @param fileName the name it is handed out under; what a file name must not hold is replaced
     * @param spec as {@link #write(OutputStream, WorkbookSpec, FileFormat)} wants it
     */
    public WorkbookFile file(String fileName, WorkbookSpec spec, FileFormat format) {
        try {
            var path = Files.createTempFile("weft-", format.ending());
            try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
                write(out, spec, format);
            } catch (IOException | RuntimeException | Error e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return new WorkbookFile(fileName, format, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file of some format to a stream, and leaves the stream open.
     *
     * @param spec for CSV with a table as its only sheet, which is written as the reader's spreadsheet program opens it
     * @throws IOException if the stream does not take it
     */
    public void write(OutputStream out, WorkbookSpec spec, FileFormat format) throws IOException {
        switch (format) {
            case XLSX -> write(out, spec);
            case CSV -> CsvFiles.write(out, spec.table(), CsvSpec.of(spec.locale(), spec.zone()));
            case PDF -> PdfFiles.write(out, spec, translations);
        }
    }

    /**
     * Writes a workbook to a stream, and leaves the stream open.
     *
     * @throws IOException if the stream does not take it
     */
    public void write(OutputStream out, WorkbookSpec spec) throws IOException {
        try (var workbook = new XSSFWorkbook(StreamedSheet.factory())) {
            var zip = new WorkbookZip(out);
            describe(workbook, spec);
            var names = new SheetNames();
            var page = new PageSetup(translations, spec);
            var cells = new CellWriter(workbook, translations, spec);
            var tables = new TableSheetWriter(workbook, zip, cells, page, names);
            var written = new LinkedHashMap<String, WrittenTable>();
            for (var place : spec.sheets()) {
                if (place instanceof Sheet sheet) {
                    write(sheet, tables, written);
                }
            }
            var sheets = new ArrayList<Sheet>();
            for (var place : spec.sheets()) {
                switch (place) {
                    case Sheet sheet -> sheets.add(sheet);
                    case LaterSheets later -> {
                        for (var sheet : later.sheets().get()) {
                            write(sheet, tables, written);
                            sheets.add(sheet);
                        }
                    }
                }
            }
            var formulas = new FormulaText(written);
            var warning = GoogleSheets.warning(
                    written.values().stream().mapToLong(WrittenTable::cells).sum(),
                    text -> translations.translate(text, spec.locale()));
            var order = new ArrayList<String>();
            for (var sheet : sheets) {
                switch (sheet) {
                    case SheetSpec<?> table -> order.addAll(sheets(written, table));
                    case SummarySheet summary -> {
                        var target = workbook.createSheet(names.next(summary.name()));
                        new SummarySheetWriter(target, cells, formulas, page).write(summary);
                        order.add(target.getSheetName());
                    }
                    case AboutSheet about -> {
                        var target = workbook.createSheet(names.next(about.name()));
                        new AboutSheetWriter(target, cells, formulas, page)
                                .write(warning.map(about::with).orElse(about));
                        order.add(target.getSheetName());
                    }
                }
            }
            open(workbook, order);
            zip.finish(workbook);
        }
    }

    /** If it is a table. */
    private static void write(Sheet sheet, TableSheetWriter tables, Map<String, WrittenTable> written)
            throws IOException {
        if (sheet instanceof SheetSpec<?> table) {
            written.put(table.name(), tables.write(table));
        }
    }

    private static List<String> sheets(Map<String, WrittenTable> written, SheetSpec<?> table) {
        return Objects.requireNonNull(written.get(table.name())).sheets();
    }

    private static void open(Workbook workbook, ArrayList<String> order) {
        for (var position = 0; position < order.size(); position++) {
            workbook.setSheetOrder(order.get(position), position);
        }
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
    }

    private static void describe(XSSFWorkbook workbook, WorkbookSpec spec) {
        var properties = workbook.getProperties();
        properties.getCoreProperties().setTitle(SheetText.clean(spec.title()));
        properties.getCoreProperties().setCreator(SheetText.clean(spec.author()));
        properties.getCoreProperties().setCreated(Optional.of(Date.from(spec.createdAt())));
        properties.getCoreProperties().setModified(Optional.of(Date.from(spec.createdAt())));
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Weft");
    }
}
