package org.weft.progress.roundtrip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.weft.workbook.WorkbookFile;

/** A workbook in somebody's spreadsheet program. */
public final class EditedBook {

    private final Workbook book;
    private final Sheet sheet;

    private EditedBook(Workbook book) {
        this.book = book;
        sheet = book.getSheetAt(0);
    }

    public static EditedBook of(WorkbookFile file) {
        try (file;
                var in = file.open()) {
            return of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EditedBook of(byte[] content) {
        try {
            return new EditedBook(WorkbookFactory.create(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Workbook book() {
        return book;
    }

    public Sheet sheet() {
        return sheet;
    }

    /** Types into the cell of a person's objective. */
    public EditedBook type(String person, String code, String column, Object value) {
        return type(row(person, code), column, value);
    }

    public EditedBook type(int row, String column, Object value) {
        var cell = cell(sheet.getRow(row), column);
        var style = cell.getCellStyle();
        // What stands in the cell itself must go first, see decision 027.
        cell.setBlank();
        switch (value) {
            case LocalDate day -> cell.setCellValue(day);
            case Integer number -> cell.setCellValue(number);
            default -> cell.setCellValue(value.toString());
        }
        cell.setCellStyle(style);
        return this;
    }

    public int row(String person, String code) {
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .filter(row -> sheet.getRow(row) != null
                        && text(row, "Name").equals(person)
                        && text(row, "Code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    public EditedBook delete(int row) {
        sheet.removeRow(sheet.getRow(row));
        return this;
    }

    /** Cells of a row from one column to another take the place of those of another row. */
    public EditedBook paste(int from, int to, String... columns) {
        for (var column : columns) {
            var source = cell(sheet.getRow(from), column);
            var target = cell(sheet.getRow(to), column);
            var style = target.getCellStyle();
            target.setBlank();
            switch (source.getCellType()) {
                case NUMERIC -> target.setCellValue(source.getNumericCellValue());
                case BLANK -> target.setBlank();
                default -> target.setCellValue(source.getStringCellValue());
            }
            target.setCellStyle(style);
        }
        return this;
    }

    public String text(int row, String column) {
        return new DataFormatter().formatCellValue(cell(sheet.getRow(row), column));
    }

    public Cell cell(Row row, String column) {
        for (var header : sheet.getRow(0)) {
            if (header.getStringCellValue().equals(column)) {
                return row.getCell(header.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new IllegalArgumentException("No column " + column);
    }

    public int rows() {
        return sheet.getLastRowNum();
    }

    public Path save(Path folder) {
        var path = folder.resolve("edited.xlsx");
        try (var out = Files.newOutputStream(path)) {
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** As a program saves it that writes dates in a form of its own. */
    public Path saveAsCsv(Path folder, String dates) {
        var lines = new ArrayList<String>();
        for (var row : sheet) {
            var cells = new ArrayList<String>();
            for (var at = 0; at < sheet.getRow(0).getLastCellNum(); at++) {
                cells.add(csv(row.getCell(at), dates));
            }
            lines.add(cells.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(";")));
        }
        var path = folder.resolve("edited.csv");
        try {
            Files.write(path, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private static String csv(@Nullable Cell cell, String dates) {
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)
                ? DateTimeFormatter.ofPattern(dates).format(cell.getLocalDateTimeCellValue())
                : new DataFormatter().formatCellValue(cell);
    }

    public List<String> headers() {
        var headers = new ArrayList<String>();
        sheet.getRow(0).forEach(cell -> headers.add(cell.getStringCellValue()));
        return headers;
    }
}
