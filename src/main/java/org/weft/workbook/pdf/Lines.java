package org.weft.workbook.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and within one that is longer than a line. */
final class Lines {

    private final Typeface typeface;

    Lines(Typeface typeface) {
        this.typeface = typeface;
    }

    /** At least one, which may be empty. */
    List<String> of(String text, Ink ink, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.strip().split("\\R", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.strip().split("\\s+")) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (typeface.width(longer, ink) <= width) {
                    line = new StringBuilder(longer);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                }
                line = new StringBuilder(cut(word, ink, width, lines));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Puts all of a word that fills lines into them. @return what is left */
    private String cut(String word, Ink ink, float width, List<String> lines) {
        var left = word;
        while (typeface.width(left, ink) > width) {
            var end = left.offsetByCodePoints(0, 1);
            while (end < left.length()
                    && typeface.width(left.substring(0, left.offsetByCodePoints(end, 1)) + "-", ink) <= width) {
                end = left.offsetByCodePoints(end, 1);
            }
            if (end == left.length()) {
                break;
            }
            lines.add(left.substring(0, end) + (Character.isLetter(left.codePointBefore(end)) ? "-" : ""));
            left = left.substring(end);
        }
        return left;
    }

    /** Of the longest word. */
    float longestWord(String text, Ink ink) {
        var longest = 0f;
        for (var word : text.strip().split("\\s+")) {
            longest = Math.max(longest, typeface.width(word, ink));
        }
        return longest;
    }
}
