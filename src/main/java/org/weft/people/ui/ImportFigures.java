package org.weft.people.ui;

import org.weft.base.ui.FigureRow;
import org.weft.base.ui.Tone;
import org.weft.people.imports.ImportCounts;

/** The figures of an import, side by side. */
class ImportFigures extends FigureRow {

    ImportFigures(ImportCounts counts) {
        figure(counts.added(), getTranslation("people.import.figure.added"), detail(counts), Tone.GREEN);
        figure(counts.changed(), getTranslation("people.import.figure.changed"), Tone.BLUE);
        figure(counts.deactivated(), getTranslation("people.import.figure.left"), Tone.GREY);
        figure(counts.unchanged(), getTranslation("people.import.figure.unchanged"), Tone.GREY);
        figure(counts.problems(), getTranslation("people.import.figure.problems"), Tone.RED);
        figure(counts.warnings(), getTranslation("people.import.figure.warnings"), Tone.AMBER);
    }

    private String detail(ImportCounts counts) {
        return counts.addedLeft() == 0 ? "" : getTranslation("people.import.figure.addedLeft", counts.addedLeft());
    }
}
