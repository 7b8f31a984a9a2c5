package org.weft.progress.roundtrip;

import java.time.LocalDate;
import java.util.ArrayList;
import org.weft.base.Text;

/** A {@link Text} in a column: its key and its arguments, each behind a letter that says what it is. */
final class StoredText {

    private static final String BETWEEN = "\u001f";
    private static final int LONGEST_ARGUMENT = 200;

    private StoredText() {}

    static String write(Text text) {
        var written = new StringBuilder(text.key());
        for (var arg : text.args()) {
            written.append(BETWEEN)
                    .append(
                            switch (arg) {
                                case Text inner -> "t" + inner.key();
                                case Integer number -> "n" + number;
                                case LocalDate day -> "d" + day;
                                default -> "s" + cut(arg.toString().replace(BETWEEN, " "));
                            });
        }
        return written.toString();
    }

    static Text read(String written) {
        var parts = written.split(BETWEEN, -1);
        var args = new ArrayList<Object>();
        for (var at = 1; at < parts.length; at++) {
            var value = parts[at].substring(1);
            args.add(
                    switch (parts[at].charAt(0)) {
                        case 't' -> Text.of(value);
                        case 'n' -> Integer.valueOf(value);
                        case 'd' -> LocalDate.parse(value);
                        default -> value;
                    });
        }
        return new Text(parts[0], args);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ARGUMENT ? text : text.substring(0, LONGEST_ARGUMENT - 1) + "…";
    }
}
