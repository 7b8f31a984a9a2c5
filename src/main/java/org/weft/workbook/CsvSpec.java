package org.weft.workbook;

import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How a CSV file is written.
 *
 * @param separator between cells
 * @param zone the zone moments are written in; the offset stands beside each
 */
public record CsvSpec(char separator, ZoneId zone) {

    /** What RFC 4180 says and programs expect: commas, and moments in UTC. */
    public static final CsvSpec FOR_PROGRAMS = new CsvSpec(',', ZoneOffset.UTC);

    /** As a spreadsheet program of this language opens it by a double click: where the comma is in numbers, a semicolon. */
    public static CsvSpec of(Locale locale, ZoneId zone) {
        var comma = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
        return new CsvSpec(comma ? ';' : ',', zone);
    }

    /** With another separator. */
    public CsvSpec separatedBy(char other) {
        return new CsvSpec(other, zone);
    }
}
