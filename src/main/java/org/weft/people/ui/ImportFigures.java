package org.weft.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.people.imports.ImportCounts;

/** The figures of an import, side by side. */
class ImportFigures extends Div {

    ImportFigures(ImportCounts counts) {
        addClassName("weft-people-figures");
        figure(counts.added(), getTranslation("people.import.figure.added"), detail(counts), Tone.GREEN);
        figure(counts.changed(), getTranslation("people.import.figure.changed"), "", Tone.BLUE);
        figure(counts.deactivated(), getTranslation("people.import.figure.left"), "", Tone.GREY);
        figure(counts.unchanged(), getTranslation("people.import.figure.unchanged"), "", Tone.GREY);
        figure(counts.problems(), getTranslation("people.import.figure.problems"), "", Tone.RED);
        figure(counts.warnings(), getTranslation("people.import.figure.warnings"), "", Tone.AMBER);
    }

    private String detail(ImportCounts counts) {
        return counts.addedLeft() == 0 ? "" : getTranslation("people.import.figure.addedLeft", counts.addedLeft());
    }

    private void figure(int value, String label, String detail, Tone tone) {
        var number = new Span(Formats.of(this).number(value));
        number.addClassNames("weft-people-figure-value", "weft-numbers");
        var words = new Span(label);
        words.addClassName("weft-people-figure-label");
        var figure = new Div(number, words);
        figure.addClassName("weft-people-figure");
        if (!detail.isEmpty()) {
            var small = new Span(detail);
            small.addClassName("weft-sub");
            figure.add(small);
        }
        if (value > 0) {
            figure.getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
        }
        add(figure);
    }
}
