package org.weft.progress.roundtrip;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.workbook.DateColumn;
import org.weft.workbook.DateOrder;
import org.weft.workbook.ReadLimits;
import org.weft.workbook.SourceRow;
import org.weft.workbook.SourceTable;
import org.weft.workbook.TableReader;

/** A file that came back, while it is read: the sheet with the keys in it, wherever its columns stand by now. */
final class EditFile implements AutoCloseable {

    /** No date and no address is longer; what is longer is no such thing and need not be looked at as one. */
    private static final int LONGEST = 320;

    private final SourceTable table;
    private final Map<EditColumn, Integer> positions;
    private final RowSeals.Seal seal;

    private EditFile(SourceTable table, Map<EditColumn, Integer> positions, RowSeals.Seal seal) {
        this.table = table;
        this.positions = positions;
        this.seal = seal;
    }

    /** @throws InvalidInputException for what is no table, or none that was taken out here */
    static EditFile open(Path path, String name, ReadLimits limits, EditWords words, RowSeals.Seal seal) {
        var first = TableReader.open(path, name, limits);
        if (words.positions(first.header()).containsKey(EditColumn.KEY)) {
            return new EditFile(first, words.positions(first.header()), seal);
        }
        var sheets = first.sheets();
        first.close();
        return sheets.stream()
                .flatMap(sheet -> open(path, name, limits, sheet, words, seal).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Text.of("progress.excel.error.noKeys", name)));
    }

    private static Optional<EditFile> open(
            Path path, String name, ReadLimits limits, String sheet, EditWords words, RowSeals.Seal seal) {
        SourceTable table;
        try {
            table = TableReader.open(path, name, limits, sheet);
        } catch (InvalidInputException noTable) {
            // Somebody's notes on a sheet of their own.
            return Optional.empty();
        }
        var positions = words.positions(table.header());
        if (positions.containsKey(EditColumn.KEY)) {
            return Optional.of(new EditFile(table, positions, seal));
        }
        table.close();
        return Optional.empty();
    }

    /** A row with its key, null where it has none or one that is not ours. */
    record Row(int number, @Nullable RowKey key, SourceRow source, Map<EditColumn, Integer> positions) {

        /** Empty also where there is no such column. */
        String cell(EditColumn column) {
            var position = positions.get(column);
            return position == null ? "" : source.cell(position);
        }

        boolean has(EditColumn column) {
            return positions.containsKey(column);
        }

        /** Whether the cell says something else than it did, if it says anything. */
        boolean namesAnotherLead() {
            var cell = cell(EditColumn.LEAD);
            return key != null && !cell.isEmpty() && !key.shown().saysLead(cell);
        }
    }

    /** From the first, at every call. */
    void each(Consumer<Row> sink) {
        try (var rows = table.rows()) {
            rows.forEach(row -> sink.accept(new Row(
                    row.number(),
                    seal.read(row.cell(Objects.requireNonNull(positions.get(EditColumn.KEY))))
                            .orElse(null),
                    row,
                    positions)));
        }
    }

    /**
     * What has to be known of the whole before a row can be read.
     *
     * @param dates how due dates are written
     * @param leads cells that name another lead
     * @param cycleId of most rows, 0 where no row has a key
     * @param rows how many there are
     */
    record Survey(DateColumn dates, Set<String> leads, long cycleId, int rows) {}

    Survey survey(LocalDate today) {
        var days = new HashMap<String, Set<LocalDate>>();
        var leads = new HashSet<String>();
        var cycles = new HashMap<Long, Integer>();
        var rows = new int[1];
        each(row -> {
            rows[0]++;
            if (row.key() != null) {
                cycles.merge(row.key().cycleId(), 1, Integer::sum);
            }
            var due = row.cell(EditColumn.DUE);
            if (!due.isEmpty() && due.length() <= LONGEST) {
                var before = days.computeIfAbsent(due, any -> new HashSet<>());
                if (row.key() != null) {
                    before.add(row.key().dueOn());
                }
            }
            if (row.namesAnotherLead() && row.cell(EditColumn.LEAD).length() <= LONGEST) {
                leads.add(row.cell(EditColumn.LEAD));
            }
        });
        var cycle = cycles.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        return new Survey(dates(days, today), leads, cycle, rows[0]);
    }

    /**
     * A program that writes its own form of dates writes all of them so, also those nobody touched. They tell what comes
     * first where the dates alone do not.
     */
    private static DateColumn dates(Map<String, Set<LocalDate>> days, LocalDate today) {
        var plain = DateColumn.of(days.keySet(), null, today);
        if (!plain.isOpen()) {
            return plain;
        }
        var dayFirst = DateColumn.of(days.keySet(), DateOrder.DAY_FIRST, today);
        var monthFirst = DateColumn.of(days.keySet(), DateOrder.MONTH_FIRST, today);
        var byDay = known(days, dayFirst);
        var byMonth = known(days, monthFirst);
        if (byDay == byMonth || byDay > 0 && byMonth > 0) {
            return plain;
        }
        return byDay > 0 ? dayFirst : monthFirst;
    }

    private static long known(Map<String, Set<LocalDate>> days, DateColumn column) {
        return days.entrySet().stream()
                .filter(entry -> {
                    var plain = DateColumn.of(Set.of(entry.getKey()), null, LocalDate.EPOCH);
                    return plain.isOpen()
                            && day(column, entry.getKey())
                                    .filter(entry.getValue()::contains)
                                    .isPresent();
                })
                .count();
    }

    private static Optional<LocalDate> day(DateColumn column, String text) {
        try {
            return Optional.ofNullable(column.read(text));
        } catch (InvalidInputException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
