package org.weft.people.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.base.Translations;
import org.weft.base.ui.Formats;
import org.weft.people.imports.ImportField;
import org.weft.people.imports.ImportPreview;
import org.weft.people.imports.MappedRow;
import org.weft.people.imports.Remark;
import org.weft.people.imports.Remark.Severity;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Sheet;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/**
 * The rows of a file that have problems, as a workbook to be put right and imported again: the mapped columns under the
 * names they have in the file, and the reason. Rows that were imported with a warning stand on a sheet of their own.
 */
@Component
class ProblemWorkbook {

    private final Workbooks workbooks;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final Clock clock;

    ProblemWorkbook(Workbooks workbooks, Translations translations, CurrentUser currentUser, Clock clock) {
        this.workbooks = workbooks;
        this.translations = translations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    private record Line(MappedRow row, String reason) {}

    WorkbookFile write(ImportPreview preview, Formats formats) {
        var sheets = new ArrayList<Sheet>();
        add(sheets, preview, Severity.PROBLEM, words(formats, "people.import.sheet.problems"), formats);
        add(sheets, preview, Severity.WARNING, words(formats, "people.import.sheet.warnings"), formats);
        var title = words(formats, "people.import.workbook", preview.rows().fileName());
        return workbooks.file(
                title,
                new WorkbookSpec(
                        title,
                        currentUser.get().displayName(),
                        clock.instant(),
                        formats.zone(),
                        formats.locale(),
                        List.copyOf(sheets)));
    }

    private void add(List<Sheet> sheets, ImportPreview preview, Severity severity, String name, Formats formats) {
        var lines = lines(preview, severity, formats);
        if (lines.isEmpty()) {
            return;
        }
        var columns = new ArrayList<ColumnSpec<Line>>();
        columns.add(ColumnSpec.integer(
                words(formats, "people.import.row"), line -> line.row().number()));
        var mapping = preview.rows().mapping();
        Arrays.stream(ImportField.values())
                .filter(mapping::has)
                .forEach(field -> columns.add(ColumnSpec.text(
                        mapping.column(field).orElseThrow(), line -> line.row().cell(field))));
        columns.add(ColumnSpec.text(words(formats, "people.import.reason"), Line::reason));
        sheets.add(new SheetSpec<>(name, columns, lines));
    }

    /** One line a row, however many reasons it has. */
    private List<Line> lines(ImportPreview preview, Severity severity, Formats formats) {
        Map<Integer, List<Remark>> byRow = preview.remarks().stream()
                .filter(remark -> remark.severity() == severity)
                .collect(Collectors.groupingBy(Remark::row, LinkedHashMap::new, Collectors.toList()));
        var rows = new HashMap<Integer, MappedRow>();
        preview.rows().rows().forEach(row -> rows.put(row.number(), row));
        var lines = new ArrayList<Line>();
        byRow.forEach((number, remarks) -> {
            var row = rows.get(number);
            if (row != null) {
                lines.add(new Line(
                        row,
                        remarks.stream()
                                .map(remark -> reason(remark, preview, formats))
                                .collect(Collectors.joining("\n"))));
            }
        });
        return lines;
    }

    private String reason(Remark remark, ImportPreview preview, Formats formats) {
        var text = translations.translate(remark.reason(), formats.locale());
        var field = remark.field();
        return field == null
                ? text
                : preview.rows()
                        .mapping()
                        .column(field)
                        .map(column -> column + ": " + text)
                        .orElse(text);
    }

    private String words(Formats formats, String key, Object... args) {
        return translations.translate(key, formats.locale(), args);
    }
}
