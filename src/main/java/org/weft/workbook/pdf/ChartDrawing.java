package org.weft.workbook.pdf;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.weft.workbook.BarChart;
import org.weft.workbook.BarChart.Bar;

/**
 * Draws a chart's bars, each with its name and its value, so that nobody has to measure. Names that find no room below
 * upright bars stand beside lying ones.
 */
final class ChartDrawing {

    private static final Ink NAME = new Ink(false, 8, Ink.TEXT);
    private static final Ink BELOW = new Ink(false, 6.5f, Ink.QUIET);
    private static final Ink VALUE = new Ink(true, 8, Ink.TEXT);
    private static final float WIDEST_NAME = 170;
    private static final float THICK = 11;
    private static final float PITCH = 16;
    private static final float HIGH = 120;
    private static final int MOST_LINES = 3;
    private static final float GAP = 8;

    private final Paper paper;
    private final Structure structure;
    private final Values values;
    private final Lines lines;

    private final UnaryOperator<String> words;

    /** @param words says a chart in words, given what its bars say */
    ChartDrawing(Paper paper, Structure structure, Values values, UnaryOperator<String> words) {
        this.paper = paper;
        this.structure = structure;
        this.values = values;
        this.words = words;
        lines = new Lines(paper.typeface());
    }

    void draw(PDStructureElement parent, BarChart chart) throws IOException {
        var title = lines.of(chart.title(), Ink.HEADING, paper.width());
        var head = title.size() * Ink.HEADING.line() + 6;
        var columns = chart.direction() == BarChart.Direction.COLUMNS && namesFit(chart);
        var names = columns ? List.<List<String>>of() : names(chart);
        var body = columns ? HIGH + below(chart) * BELOW.line() + 6 : height(names);
        paper.need(Math.min(head + body, paper.roomOfAPage()));
        paper.as(structure.add(parent, "H2"), () -> {
            for (var line : title) {
                paper.text(Paper.MARGIN, paper.at(), line, Ink.HEADING);
                paper.down(Ink.HEADING.line());
            }
        });
        paper.down(6);
        var top = paper.at();
        paper.as(structure.figure(parent, words.apply(said(chart)), paper.place(body)), () -> {
            if (columns) {
                upright(chart, top);
            } else {
                lying(chart, names, top);
            }
        });
        paper.down(body + 18);
    }

    private String said(BarChart chart) {
        return chart.bars().stream()
                .map(bar -> bar.name() + " " + values.of(chart.percent(), bar.value()))
                .collect(Collectors.joining("; "));
    }

    private float pitch(BarChart chart) {
        return paper.width() / chart.bars().size();
    }

    /** How many lines the names take. */
    private int below(BarChart chart) {
        return chart.bars().stream()
                .mapToInt(bar -> lines.of(bar.name(), BELOW, pitch(chart) - 4).size())
                .max()
                .orElse(0);
    }

    private boolean namesFit(BarChart chart) {
        var room = pitch(chart) - 4;
        return chart.bars().stream()
                .allMatch(bar -> lines.longestWord(bar.name(), BELOW) <= room
                        && lines.of(bar.name(), BELOW, room).size() <= MOST_LINES);
    }

    private List<List<String>> names(BarChart chart) {
        return chart.bars().stream()
                .map(bar -> lines.of(bar.name(), NAME, WIDEST_NAME))
                .toList();
    }

    private static float height(List<List<String>> names) {
        return (float) names.stream().mapToDouble(ChartDrawing::height).sum();
    }

    private static float height(Iterable<String> name) {
        var count = 0;
        for (var ignored : name) {
            count++;
        }
        return Math.max(PITCH, count * NAME.line() + 4);
    }

    private void lying(BarChart chart, List<List<String>> names, float top) throws IOException {
        var widest = (float) names.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> paper.typeface().width(line, NAME))
                .max()
                .orElse(0);
        var left = Paper.MARGIN + widest + GAP;
        var most = most(chart);
        var room = Paper.MARGIN + paper.width() - left - widestValue(chart) - 6;
        var y = top;
        for (var number = 0; number < chart.bars().size(); number++) {
            var bar = chart.bars().get(number);
            var name = names.get(number);
            var height = height(name);
            var at = y + (height - name.size() * NAME.line()) / 2;
            for (var line : name) {
                paper.textEndingAt(left - GAP, at, line, NAME);
                at += NAME.line();
            }
            var length = (float) (room * bar.value() / most);
            if (chart.percent()) {
                paper.box(left, y + (height - THICK) / 2, room, THICK, Ink.TINT);
            }
            paper.box(left, y + (height - THICK) / 2, length, THICK, Ink.BRAND);
            paper.text(
                    left + (chart.percent() ? room : length) + 6,
                    y + (height - VALUE.line()) / 2,
                    values.of(chart.percent(), bar.value()),
                    VALUE);
            y += height;
        }
        paper.line(left, top, left, y, 0.75f, Ink.LINE);
    }

    private void upright(BarChart chart, float top) throws IOException {
        var pitch = pitch(chart);
        var thick = Math.min(pitch * 0.62f, 46);
        var most = most(chart);
        var foot = top + HIGH;
        var room = HIGH - VALUE.line() - 2;
        var middle = Paper.MARGIN + pitch / 2;
        for (var bar : chart.bars()) {
            var height = (float) (room * bar.value() / most);
            paper.box(middle - thick / 2, foot - height, thick, height, Ink.BRAND);
            var y = foot + 4;
            for (var line : lines.of(bar.name(), BELOW, pitch - 4)) {
                paper.textAround(middle, y, line, BELOW);
                y += BELOW.line();
            }
            paper.textAround(middle, foot - height - VALUE.line() - 1, values.of(chart.percent(), bar.value()), VALUE);
            middle += pitch;
        }
        paper.line(Paper.MARGIN, foot, Paper.MARGIN + paper.width(), foot, 0.75f, Ink.LINE);
    }

    private float widestValue(BarChart chart) {
        return (float) chart.bars().stream()
                .mapToDouble(bar -> paper.typeface().width(values.of(chart.percent(), bar.value()), VALUE))
                .max()
                .orElse(0);
    }

    /** What reaches to the end: the whole of shares, else the largest. */
    private static double most(BarChart chart) {
        var largest = chart.bars().stream().mapToDouble(Bar::value).max().orElse(0);
        return chart.percent() ? Math.max(1, largest) : Math.max(largest, Double.MIN_NORMAL);
    }
}
