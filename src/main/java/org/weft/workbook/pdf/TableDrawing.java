package org.weft.workbook.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.weft.workbook.ColumnKind;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.SheetSpec;

/**
 * Draws a table that has rows, its heading again at the top of each page. One that is too wide for a page that stands lies across it;
 * of one that is very long the first rows are shown, and that there are more.
 */
final class TableDrawing {

    /** More are not read on paper. */
    static final int MOST_ROWS = 200;

    /** In points; longer ones are broken in any case. */
    private static final int LONGEST_WORD = 150;

    private static final int SHORTEST_WORD = 24;
    private static final float SIDE = 4;
    private static final float ABOVE = 2.5f;

    private final Paper paper;
    private final Structure structure;
    private final Values values;
    private final Lines lines;
    private final Rest rest;

    /** Says that there are more rows. */
    @FunctionalInterface
    interface Rest {
        String say(int shown, long all);
    }

    TableDrawing(Paper paper, Structure structure, Values values, Rest rest) {
        this.paper = paper;
        this.structure = structure;
        this.values = values;
        this.rest = rest;
        lines = new Lines(paper.typeface());
    }

    <T> void draw(PDStructureElement parent, SheetSpec<T> table) throws IOException {
        var rows = new ArrayList<List<String>>();
        var count = new long[1];
        table.rows().forEach(row -> {
            if (++count[0] <= MOST_ROWS) {
                rows.add(table.columns().stream()
                        .map(column -> values.of(column.kind(), column.value().apply(row)))
                        .toList());
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        var columns = new Columns(table.columns(), rows);
        var upright = columns.least() <= Paper.width(true);
        if (upright != paper.isUpright()) {
            paper.turn(upright);
        }
        columns.fit(paper.width());
        var first = columns.height(columns.cells(rows.getFirst()));
        paper.need(Ink.HEADING.line() + 6 + columns.headHeight() + first);
        paper.as(structure.add(parent, "H2"), () -> paper.text(Paper.MARGIN, paper.at(), table.name(), Ink.HEADING));
        paper.down(Ink.HEADING.line() + 5);
        var element = structure.add(parent, "Table");
        columns.head(structure.add(element, "TR"));
        for (var row : rows) {
            columns.row(element, columns.cells(row));
        }
        paper.down(5);
        if (count[0] > rows.size()) {
            paper.need(Ink.SMALL.line());
            paper.as(
                    structure.add(parent, "P"),
                    () -> paper.text(Paper.MARGIN, paper.at(), rest.say(rows.size(), count[0]), Ink.SMALL));
            paper.down(Ink.SMALL.line());
        }
        paper.down(14);
    }

    /** The columns of one table, as wide as they are made. */
    private final class Columns {

        private final List<? extends ColumnSpec<?>> specs;
        private final float[] least;
        private final float[] most;
        private final float[] widths;
        private List<List<String>> heads = List.of();

        Columns(List<? extends ColumnSpec<?>> specs, List<List<String>> rows) {
            this.specs = specs;
            least = new float[specs.size()];
            most = new float[specs.size()];
            widths = new float[specs.size()];
            for (var column = 0; column < specs.size(); column++) {
                var head = specs.get(column).header();
                least[column] = lines.longestWord(head, Ink.COLUMN);
                most[column] = Math.min(paper.typeface().width(head, Ink.COLUMN), 90);
                for (var row : rows) {
                    var cell = row.get(column);
                    var whole = paper.typeface().width(cell, Ink.CELL);
                    var unbroken = isText(column) ? lines.longestWord(cell, Ink.CELL) : whole;
                    least[column] = Math.max(least[column], unbroken);
                    most[column] = Math.max(most[column], Math.min(whole, 220));
                }
                least[column] = Math.min(least[column], LONGEST_WORD) + 2 * SIDE;
                most[column] += 2 * SIDE;
            }
            // Words are broken where even a page that lies has no room for all of them, the longest first.
            for (var longest = LONGEST_WORD; longest > SHORTEST_WORD && least() > Paper.width(false); longest -= 4) {
                for (var column = 0; column < least.length; column++) {
                    least[column] = Math.min(least[column], longest + 2 * SIDE);
                }
            }
            for (var column = 0; column < least.length; column++) {
                most[column] = Math.max(most[column], least[column]);
            }
        }

        private boolean isText(int column) {
            return specs.get(column).kind() == ColumnKind.TEXT;
        }

        float least() {
            return sum(least);
        }

        private static float sum(float[] widths) {
            var sum = 0f;
            for (var width : widths) {
                sum += width;
            }
            return sum;
        }

        /** Each gets what it needs least, and of what is left as it would like more. */
        void fit(float width) {
            var needed = sum(least);
            var wanted = sum(most) - needed;
            var left = width - needed;
            for (var column = 0; column < widths.length; column++) {
                widths[column] = left <= 0
                        ? least[column] * width / needed
                        : wanted <= left
                                ? most[column] + (left - wanted) / widths.length
                                : least[column] + (most[column] - least[column]) * left / wanted;
            }
            heads = new ArrayList<>();
            for (var column = 0; column < widths.length; column++) {
                heads.add(lines.of(specs.get(column).header(), Ink.COLUMN, widths[column] - 2 * SIDE));
            }
        }

        List<List<String>> cells(List<String> row) {
            var cells = new ArrayList<List<String>>();
            for (var column = 0; column < widths.length; column++) {
                cells.add(lines.of(row.get(column), Ink.CELL, widths[column] - 2 * SIDE));
            }
            return cells;
        }

        float headHeight() {
            return most(heads) * Ink.COLUMN.line() + 2 * ABOVE + 2;
        }

        float height(List<List<String>> cells) {
            return most(cells) * Ink.CELL.line() + 2 * ABOVE;
        }

        private static int most(List<List<String>> cells) {
            return cells.stream().mapToInt(List::size).max().orElse(1);
        }

        void head(PDStructureElement row) throws IOException {
            headBox();
            for (var column = 0; column < widths.length; column++) {
                var cell = column;
                paper.as(structure.heading(row, true), () -> headCell(cell));
            }
            paper.down(headHeight());
        }

        private void headAgain() throws IOException {
            headBox();
            paper.asDecoration(() -> {
                for (var column = 0; column < widths.length; column++) {
                    headCell(column);
                }
            });
            paper.down(headHeight());
        }

        private void headBox() throws IOException {
            paper.asDecoration(() -> {
                paper.box(Paper.MARGIN, paper.at(), sum(widths), headHeight(), Ink.TINT);
                var foot = paper.at() + headHeight();
                paper.line(Paper.MARGIN, foot, Paper.MARGIN + sum(widths), foot, 0.75f, Ink.BRAND);
            });
        }

        private void headCell(int column) throws IOException {
            var head = heads.get(column);
            // They stand on the same line, however many they have.
            cell(column, paper.at() + headHeight() - ABOVE - 1 - head.size() * Ink.COLUMN.line(), head, Ink.COLUMN);
        }

        void row(PDStructureElement table, List<List<String>> cells) throws IOException {
            var height = height(cells);
            if (paper.need(height)) {
                headAgain();
            }
            var row = structure.add(table, "TR");
            for (var column = 0; column < widths.length; column++) {
                var number = column;
                var element = column == 0 ? structure.heading(row, false) : structure.add(row, "TD");
                if (!cells.get(column).equals(List.of(""))) {
                    paper.as(element, () -> cell(number, paper.at() + ABOVE, cells.get(number), Ink.CELL));
                }
            }
            paper.down(height);
            paper.asDecoration(
                    () -> paper.line(Paper.MARGIN, paper.at(), Paper.MARGIN + sum(widths), paper.at(), 0.4f, Ink.LINE));
        }

        private void cell(int column, float y, List<String> cell, Ink ink) throws IOException {
            var left = Paper.MARGIN;
            for (var before = 0; before < column; before++) {
                left += widths[before];
            }
            var at = y;
            for (var line : cell) {
                if (isText(column)) {
                    paper.text(left + SIDE, at, line, ink);
                } else {
                    paper.textEndingAt(left + widths[column] - SIDE, at, line, ink);
                }
                at += ink.line();
            }
        }
    }
}
