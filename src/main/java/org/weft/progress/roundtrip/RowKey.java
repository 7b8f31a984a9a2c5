package org.weft.progress.roundtrip;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignmentStatus;

/**
 * Which assignment a row of the workbook is about, and how it stood when it was taken out.
 *
 * @param leadId who led the participant, null for nobody
 * @param shown marks of what the row said of itself
 */
record RowKey(
        long cycleId,
        long assignmentId,
        long participantId,
        LocalDate dueOn,
        int target,
        AssignmentStatus status,
        @Nullable Long leadId,
        Shown shown) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /**
     * Marks of what stands in cells, short ones: enough to see that a key has come to another row, or that a cell is as it
     * was.
     */
    record Shown(short name, short number, short code, short objective, int lead) {

        static Shown of(
                @Nullable String name,
                @Nullable String number,
                @Nullable String code,
                @Nullable String objective,
                @Nullable String lead) {
            return new Shown(
                    shortMark(name),
                    // A program that takes a number for one drops the zeros before it.
                    shortMark(
                            number == null
                                    ? null
                                    : LEADING_ZEROS.matcher(number.strip()).replaceAll("")),
                    shortMark(code),
                    shortMark(objective),
                    mark(lead));
        }

        boolean saysLead(String cell) {
            return lead == mark(cell);
        }
    }

    static short shortMark(@Nullable String text) {
        var mark = mark(text);
        return (short) (mark ^ mark >>> 16);
    }

    private static int mark(@Nullable String text) {
        return text == null ? 0 : plain(text).hashCode();
    }

    /** As a cell may come back: in another form of the same letters, with other blanks. */
    static String plain(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
