package org.weft.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart that Excel draws itself, with its numbers as a small table beside it.
 *
 * @param title what it says, or the question it answers
 * @param categoryHeader heading of the bars' names
 * @param valueHeader heading of the values
 * @param percent whether the values are shares, drawn on an axis from 0 to 100 %
 * @param direction bars for long names, columns for few and short ones
 */
public record BarChart(
        String title, String categoryHeader, String valueHeader, boolean percent, Direction direction, List<Bar> bars) {

    public enum Direction {
        BARS,
        COLUMNS
    }

    /**
     * @param formula how the workbook counts the value by itself, or null
     */
    public record Bar(String name, double value, @Nullable Formula formula) {

        public Bar(String name, double value) {
            this(name, value, null);
        }
    }

    public BarChart {
        bars = List.copyOf(bars);
    }
}
