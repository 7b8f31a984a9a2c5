package org.weft.people.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.people.PersonFields;
import org.weft.workbook.DateColumn;
import org.weft.workbook.ReadLimits;
import org.weft.workbook.SourceRow;
import org.weft.workbook.SourceTable;
import org.weft.workbook.TableReader;

/** Reads files of people. Looks at all columns once, to offer a mapping; keeps only those that are mapped. */
final class FileReader {

    private static final int SAMPLES = 3;
    private static final int SAMPLED_ROWS = 1_000;
    private static final int SAMPLE_LENGTH = 60;
    private static final int REPORT_EVERY = 500;
    private static final int NAMED_ROWS = 5;

    private final ReadLimits limits;

    FileReader(ReadLimits limits) {
        this.limits = limits;
    }

    /** What a file holds at first sight. */
    record Glance(
            String sheet, List<String> sheets, List<String> header, Map<String, List<String>> samples, int rows) {}

    Glance glance(Path path, String name, @Nullable String sheet) {
        try (var table = TableReader.open(path, name, limits, sheet)) {
            var header = table.header();
            var samples = new ArrayList<Set<String>>();
            header.forEach(column -> samples.add(new LinkedHashSet<>()));
            var rows = 0;
            try (var stream = table.rows()) {
                for (var row : (Iterable<SourceRow>) stream::iterator) {
                    if (rows++ < SAMPLED_ROWS) {
                        for (var column = 0; column < header.size(); column++) {
                            sample(samples.get(column), row.cell(column));
                        }
                    }
                }
            }
            var byName = new LinkedHashMap<String, List<String>>();
            for (var column = 0; column < header.size(); column++) {
                byName.put(header.get(column), List.copyOf(samples.get(column)));
            }
            return new Glance(table.sheet(), table.sheets(), header, byName, rows);
        }
    }

    private static void sample(Set<String> samples, String value) {
        if (!value.isEmpty() && samples.size() < SAMPLES) {
            samples.add(value.length() <= SAMPLE_LENGTH ? value : value.substring(0, SAMPLE_LENGTH - 1) + "…");
        }
    }

    ImportRows read(ImportFile file, ColumnMapping mapping, LocalDate today, ImportProgress progress) {
        var rows = new ArrayList<MappedRow>(file.rows());
        try (var table =
                TableReader.open(file.path(), file.name(), limits, file.sheet().isEmpty() ? null : file.sheet())) {
            var columns = positions(table, mapping);
            try (var stream = table.rows()) {
                for (var row : (Iterable<SourceRow>) stream::iterator) {
                    var cells = new String[ImportField.values().length];
                    Arrays.fill(cells, "");
                    columns.forEach((field, position) -> cells[field.ordinal()] = row.cell(position));
                    rows.add(new MappedRow(row.number(), row.surplus(), cells));
                    if (rows.size() % REPORT_EVERY == 0) {
                        progress.at(rows.size(), file.rows());
                    }
                }
            }
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(Text.of("people.import.error.noRows", file.name()));
        }
        return records(file.name(), mapping, rows, today);
    }

    private static Map<ImportField, Integer> positions(SourceTable table, ColumnMapping mapping) {
        var positions = new EnumMap<ImportField, Integer>(ImportField.class);
        mapping.columns().forEach((field, column) -> {
            var position = table.header().indexOf(column);
            if (position < 0) {
                throw new InvalidInputException(field.name(), Text.of("people.import.error.columnGone", column));
            }
            positions.put(field, position);
        });
        return positions;
    }

    private static ImportRows records(String fileName, ColumnMapping mapping, List<MappedRow> rows, LocalDate today) {
        var dates = dates(mapping, rows, today);
        var remarks = new ArrayList<Remark>();
        var shared = sharedNumbers(rows, remarks);
        var reader = new RowReader(mapping, dates, today);
        var records = new ArrayList<PersonRecord>(rows.size());
        var numbers = new HashSet<String>();
        var allNumbered = true;
        for (var row : rows) {
            var number = number(row);
            number.ifPresent(numbers::add);
            allNumbered &= number.isPresent();
            reader.read(row, remarks)
                    .filter(entry -> !shared.contains(entry.number()))
                    .ifPresent(records::add);
        }
        var undecided = dates.entrySet().stream()
                .filter(column -> column.getValue().isOpen())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImportField.class)));
        return new ImportRows(fileName, mapping, rows, records, numbers, allNumbered, List.copyOf(remarks), undecided);
    }

    private static Map<ImportField, DateColumn> dates(ColumnMapping mapping, List<MappedRow> rows, LocalDate today) {
        var dates = new EnumMap<ImportField, DateColumn>(ImportField.class);
        mapping.fields().stream().filter(ImportField::isDate).forEach(field -> {
            var values = rows.stream().map(row -> row.cell(field)).collect(Collectors.toSet());
            dates.put(field, DateColumn.of(values, mapping.orders().get(field), today));
        });
        return dates;
    }

    /** Rows that share a number are refused, all of them: which one is right, only HR can tell. */
    private static Set<String> sharedNumbers(List<MappedRow> rows, List<Remark> remarks) {
        var byNumber = new HashMap<String, List<MappedRow>>();
        rows.forEach(row -> number(row)
                .ifPresent(number -> byNumber.computeIfAbsent(number, key -> new ArrayList<>(1))
                        .add(row)));
        var shared = new TreeSet<String>();
        byNumber.forEach((number, same) -> {
            if (same.size() > 1) {
                shared.add(number);
                var others = same.stream()
                        .limit(NAMED_ROWS)
                        .map(row -> String.valueOf(row.number()))
                        .collect(Collectors.joining(", "));
                var named = same.size() > NAMED_ROWS ? others + " …" : others;
                same.forEach(row -> remarks.add(Remark.problem(
                        row, ImportField.EMPLOYEE_NUMBER, Text.of("people.import.error.numberShared", named))));
            }
        });
        return shared;
    }

    private static Optional<String> number(MappedRow row) {
        try {
            return Optional.of(PersonFields.employeeNumber(row.cell(ImportField.EMPLOYEE_NUMBER)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }
}
