package org.weft.progress.roundtrip.ui;

import org.weft.base.ui.FigureRow;
import org.weft.base.ui.Tone;
import org.weft.progress.roundtrip.EditCounts;

/** How much of each changes, and what is to be decided. */
class EditFigures extends FigureRow {

    private final transient EditCounts counts;

    EditFigures(EditCounts counts) {
        this.counts = counts;
        figure(counts.dues(), getTranslation("progress.excel.figure.dues"), Tone.BLUE);
        figure(counts.targets(), getTranslation("progress.excel.figure.targets"), Tone.BLUE);
        figure(counts.statuses(), getTranslation("progress.excel.figure.statuses"), Tone.BLUE);
        figure(counts.leads(), getTranslation("progress.excel.figure.leads"), Tone.BLUE);
    }

    /** With what asks for a choice. */
    EditFigures asking() {
        figure(counts.conflicts(), getTranslation("progress.excel.figure.conflicts"), Tone.AMBER);
        figure(counts.refused(), getTranslation("progress.excel.figure.refused"), Tone.RED);
        return this;
    }
}
