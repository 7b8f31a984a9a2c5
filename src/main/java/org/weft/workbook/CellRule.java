package org.weft.workbook;

import java.time.LocalDate;
import java.util.List;

/**
 * What may be typed into the cells of a column that comes back: the spreadsheet program says so when a cell is chosen,
 * and refuses what breaks it. What is pasted goes past all rules, so whoever reads the file checks again.
 */
public sealed interface CellRule {

    /** At most so many characters are shown. */
    int LONGEST_TITLE = 32;

    int LONGEST_TEXT = 225;

    /** Heads what is said, such as the column's name. */
    String title();

    /** What to do here, or why not. */
    String text();

    /** Nothing may be typed. Rows can still be sorted, filtered and deleted, which they cannot on a protected sheet. */
    record Kept(String title, String text) implements CellRule {}

    /** A date within these days. */
    record Days(String title, String text, LocalDate first, LocalDate last) implements CellRule {}

    /** A whole number within these bounds. */
    record Whole(String title, String text, int least, int most) implements CellRule {}

    /** One of these words, offered as a list; without commas, and with 255 characters in all at most. */
    record OneOf(String title, String text, List<String> words) implements CellRule {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** Whatever one likes. */
    record Free(String title, String text) implements CellRule {}
}
