package org.weft.workbook.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.Fact;
import org.weft.workbook.SummarySheet;

/** Draws the page that is read first, and in small print the one that says what all this is. */
final class SummaryDrawing {

    private static final float GAP = 8;
    private static final float INSIDE = 9;
    private static final float NAMES = 130;

    private final Paper paper;
    private final Structure structure;
    private final Values values;
    private final Lines lines;

    SummaryDrawing(Paper paper, Structure structure, Values values) {
        this.paper = paper;
        this.structure = structure;
        this.values = values;
        lines = new Lines(paper.typeface());
    }

    void summary(PDStructureElement parent, SummarySheet summary) throws IOException {
        lines(structure.add(parent, "H1"), summary.title(), Ink.TITLE);
        paper.down(2);
        lines(structure.add(parent, "P"), summary.context(), Ink.BODY);
        paper.down(14);
        var figures = summary.figures();
        var beside = beside(figures.size());
        for (var from = 0; from < figures.size(); from += beside) {
            tiles(parent, figures.subList(from, Math.min(from + beside, figures.size())), beside);
        }
        for (var note : summary.notes()) {
            paper.down(3);
            lines(structure.add(parent, "P"), note, Ink.LABEL);
        }
        paper.down(16);
    }

    private void lines(PDStructureElement element, String text, Ink ink) throws IOException {
        var all = lines.of(text, ink, paper.width());
        paper.need(all.size() * ink.line());
        paper.as(element, () -> {
            for (var line : all) {
                paper.text(Paper.MARGIN, paper.at(), line, ink);
                paper.down(ink.line());
            }
        });
    }

    /** How many stand side by side, so that none is left alone below. */
    private static int beside(int figures) {
        return figures % 3 == 0 || figures == 5 ? 3 : 4;
    }

    private void tiles(PDStructureElement parent, List<Fact> figures, int beside) throws IOException {
        var width = (paper.width() - (beside - 1) * GAP) / beside;
        var inside = width - 2 * INSIDE;
        var names = figures.stream()
                .map(figure -> lines.of(figure.name(), Ink.LABEL, inside))
                .toList();
        var notes = figures.stream()
                .map(figure -> lines.of(figure.note() == null ? "" : figure.note(), Ink.SMALL, inside))
                .toList();
        var head = most(names) * Ink.LABEL.line();
        var height = 2 * INSIDE + head + Ink.FIGURE.line() + most(notes) * Ink.SMALL.line();
        paper.need(height);
        for (var number = 0; number < figures.size(); number++) {
            var figure = figures.get(number);
            var name = names.get(number);
            var note = notes.get(number);
            var left = Paper.MARGIN + number * (width + GAP);
            paper.asDecoration(() -> {
                paper.box(left, paper.at(), width, height, Ink.TINT);
                paper.box(left, paper.at(), 2.5f, height, Ink.BRAND);
            });
            paper.as(structure.add(parent, "P"), () -> {
                var y = paper.at() + INSIDE;
                for (var line : name) {
                    paper.text(left + INSIDE, y, line, Ink.LABEL);
                    y += Ink.LABEL.line();
                }
                y = paper.at() + INSIDE + head;
                var value = values.of(figure.kind(), figure.value());
                paper.text(left + INSIDE, y, value.isEmpty() ? "–" : value, Ink.FIGURE);
                y += Ink.FIGURE.line();
                for (var line : note) {
                    paper.text(left + INSIDE, y, line, Ink.SMALL);
                    y += Ink.SMALL.line();
                }
            });
        }
        paper.down(height + GAP);
    }

    private static int most(List<List<String>> texts) {
        return texts.stream().mapToInt(List::size).max().orElse(0);
    }

    void about(PDStructureElement parent, AboutSheet about) throws IOException {
        paper.need(Ink.HEADING.line() + 80);
        lines(structure.add(parent, "H2"), about.name(), Ink.HEADING);
        paper.down(4);
        var table = structure.add(parent, "Table");
        for (var fact : about.facts()) {
            var value = values.of(fact.kind(), fact.value());
            if (!value.isEmpty()) {
                line(structure.add(table, "TR"), fact.name(), value);
            }
        }
    }

    private void line(PDStructureElement row, String name, String value) throws IOException {
        var names = lines.of(name, Ink.SMALL_STRONG, NAMES - GAP);
        var texts = lines.of(value, Ink.SMALL, paper.width() - NAMES);
        var height = Math.max(names.size(), texts.size()) * Ink.SMALL.line() + 3;
        paper.need(height);
        paper.as(structure.heading(row, false), () -> column(Paper.MARGIN, names, Ink.SMALL_STRONG));
        paper.as(structure.add(row, "TD"), () -> column(Paper.MARGIN + NAMES, texts, Ink.SMALL));
        paper.down(height);
    }

    private void column(float x, List<String> texts, Ink ink) throws IOException {
        var y = paper.at();
        for (var text : texts) {
            paper.text(x, y, text, ink);
            y += ink.line();
        }
    }
}
