package org.weft.workbook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

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
        String title, String author, Instant createdAt, ZoneId zone, Locale locale, List<Sheet> sheets) {

    public WorkbookSpec {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("A workbook has sheets");
        }
    }
}
