package org.weft.workbook;

import java.util.Optional;
import java.util.function.Function;
import org.weft.base.Text;

/** What Google Sheets takes of a workbook, as Google's help on files in Google Drive says; Excel and LibreOffice take more. */
final class GoogleSheets {

    /** Of all sheets together, the empty ones among them. */
    static final long MOST_CELLS = 10_000_000;

    private GoogleSheets() {}

    /** What there is to say of a workbook of so many cells; nothing where it fits. */
    static Optional<Fact> warning(long cells, Function<Text, String> words) {
        return cells <= MOST_CELLS
                ? Optional.empty()
                : Optional.of(Fact.text(
                        words.apply(Text.of("workbook.write.google")),
                        words.apply(Text.of("workbook.write.google.tooLarge", cells, MOST_CELLS))));
    }
}
