package org.weft.workbook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A workbook to be written.
 *
 * @param title for the document's properties
 * @param author who had it made
 * @param createdAt when
 * @param zone the zone moments are shown in
 * @param locale the reader's language: date formats, and the few words the kit adds itself
 */
public record WorkbookSpec(
        String title, String author, Instant createdAt, ZoneId zone, Locale locale, List<SheetPlace> sheets) {

    public WorkbookSpec {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("A workbook has sheets");
        }
    }

    /** With other sheets. */
    public WorkbookSpec with(Sheet... others) {
        return new WorkbookSpec(title, author, createdAt, zone, locale, List.of(others));
    }

    /** The table that is its only sheet. */
    SheetSpec<?> table() {
        if (sheets.size() == 1 && sheets.getFirst() instanceof SheetSpec<?> table) {
            return table;
        }
        throw new IllegalArgumentException("One table is what such a file takes");
    }

    /**
     * The same workbook, which tells how far it is while it is written.
     *
     * @param rows called with the rows of all tables handed on so far, every hundred; what it throws ends the writing
     */
    public WorkbookSpec telling(LongConsumer rows) {
        var told = new RowCount(rows);
        return new WorkbookSpec(
                title,
                author,
                createdAt,
                zone,
                locale,
                sheets.stream()
                        .map(sheet -> sheet instanceof SheetSpec<?> table ? table.counted(told) : sheet)
                        .toList());
    }

    /** All sheets in order. Those that come later are laid out by this: the tables are to be written before. */
    public List<Sheet> laidOut() {
        return sheets.stream()
                .flatMap(place -> switch (place) {
                    case Sheet sheet -> Stream.of(sheet);
                    case LaterSheets later -> later.sheets().get().stream();
                })
                .toList();
    }
}
