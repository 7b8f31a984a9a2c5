package org.weft.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a worksheet part says them (ECMA-376 part 1, 18.3.1.73), straight into bytes: POI's cells cost several
 * times the writing. Texts stand in their cells, so that nothing is kept for later; numbers are exact, to the last bit.
 */
final class RowWriter implements CellTarget {

    /** Takes the longest text of a cell, all of it in characters that take five bytes each, and what stands around it. */
    private static final int BUFFER = 256 * 1024;

    private static final int MOST_OF_A_CELL = ReadLimits.CELL_LENGTH * 5 + 200;
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] ROW_OPEN = ascii("\">");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] TEXT_END = ascii("</t></is></c>");
    private static final byte[] NUMBER_END = ascii("</v></c>");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final int DECIMALS = 10_000;

    private final OutputStream out;
    private final byte[][] columns;
    private final byte[] digits = new byte[20];
    private final byte[] rowDigits = new byte[10];
    private final byte[] buffer = new byte[BUFFER];
    private byte[] @Nullable [] texts = new byte[0][];
    private byte[] @Nullable [] numbers = new byte[0][];
    private int rowLength;
    private int column;
    private int end;

    /** @param columns how many a row has at most */
    RowWriter(OutputStream out, int columns) {
        this.out = out;
        this.columns = new byte[columns][];
        for (var number = 0; number < columns; number++) {
            this.columns[number] = ascii("<c r=\"" + CellReference.convertNumToColString(number));
        }
    }

    /** @param row counted from 1 */
    void start(int row) throws IOException {
        room();
        var from = digits(row);
        rowLength = digits.length - from;
        System.arraycopy(digits, from, rowDigits, 0, rowLength);
        put(ROW);
        put(rowDigits, rowLength);
        put(ROW_OPEN);
    }

    /** The cell of the row that is written next, counted from 0; they come from left to right. */
    RowWriter at(int next) throws IOException {
        column = next;
        room();
        return this;
    }

    void end() {
        put(ROW_END);
    }

    /** Hands on what is left; the stream stays open. */
    void finish() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
    }

    @Override
    public void text(CellStyle style, String text) {
        texts = grown(texts, style);
        open(prefix(texts, style, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
        put(text);
        put(TEXT_END);
    }

    @Override
    public void number(CellStyle style, double value) {
        numbers = grown(numbers, style);
        open(prefix(numbers, style, "\"><v>"));
        put(value);
        put(NUMBER_END);
    }

    private void open(byte[] attributes) {
        put(columns[column]);
        put(rowDigits, rowLength);
        put(attributes);
    }

    private static byte[] @Nullable [] grown(byte[] @Nullable [] known, CellStyle style) {
        return style.getIndex() < known.length ? known : Arrays.copyOf(known, style.getIndex() + 1);
    }

    private static byte[] prefix(byte[] @Nullable [] known, CellStyle style, String after) {
        var index = style.getIndex();
        var prefix = known[index];
        if (prefix == null) {
            prefix = ascii("\" s=\"" + index + after);
            known[index] = prefix;
        }
        return prefix;
    }

    private void put(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character >= 0x80) {
                i = putWide(text, i);
            } else if (character == '&') {
                put(AMPERSAND);
            } else if (character == '<') {
                put(LESS);
            } else if (character == '>') {
                put(GREATER);
            } else {
                buffer[end++] = (byte) character;
            }
        }
    }

    /** @return where the character ends: it may be two of Java's */
    private int putWide(String text, int at) {
        var code = text.codePointAt(at);
        if (code < 0x800) {
            buffer[end++] = (byte) (0xc0 | code >> 6);
        } else if (code < 0x10000) {
            buffer[end++] = (byte) (0xe0 | code >> 12);
            buffer[end++] = (byte) (0x80 | code >> 6 & 0x3f);
        } else {
            buffer[end++] = (byte) (0xf0 | code >> 18);
            buffer[end++] = (byte) (0x80 | code >> 12 & 0x3f);
            buffer[end++] = (byte) (0x80 | code >> 6 & 0x3f);
        }
        buffer[end++] = (byte) (0x80 | code & 0x3f);
        return at + Character.charCount(code) - 1;
    }

    /** Whole numbers and those with up to four decimal places digit by digit, the others as Java prints them. */
    private void put(double value) {
        var whole = (long) value;
        if (whole == value && Math.abs(whole) <= LARGEST_EXACT) {
            putWhole(whole);
            return;
        }
        var scaled = Math.rint(value * DECIMALS);
        if (Math.abs(scaled) <= LARGEST_EXACT && scaled / DECIMALS == value) {
            putDecimal((long) scaled);
            return;
        }
        var text = Double.toString(value);
        for (var i = 0; i < text.length(); i++) {
            buffer[end++] = (byte) text.charAt(i);
        }
    }

    private void putWhole(long value) {
        if (value < 0) {
            buffer[end++] = '-';
        }
        var from = digits(Math.abs(value));
        System.arraycopy(digits, from, buffer, end, digits.length - from);
        end += digits.length - from;
    }

    private void putDecimal(long scaled) {
        if (scaled < 0) {
            buffer[end++] = '-';
        }
        putWhole(Math.abs(scaled) / DECIMALS);
        buffer[end++] = '.';
        var rest = Math.abs(scaled) % DECIMALS;
        for (var unit = DECIMALS / 10; rest > 0; unit /= 10) {
            buffer[end++] = (byte) ('0' + rest / unit);
            rest %= unit;
        }
    }

    /** @return where they start: they end with the array */
    private int digits(long value) {
        var from = digits.length;
        var left = value;
        do {
            digits[--from] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        return from;
    }

    private void put(byte[] bytes) {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int length) {
        System.arraycopy(bytes, 0, buffer, end, length);
        end += length;
    }

    /** For one more cell, whatever it holds. */
    private void room() throws IOException {
        if (end > BUFFER - MOST_OF_A_CELL) {
            finish();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
