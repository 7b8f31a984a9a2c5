package org.weft.reports.ui;

import org.weft.base.ui.Tone;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressState;
import org.weft.progress.ui.ProgressNavigation;
import org.weft.reports.ProgramFigures;
import org.weft.reports.Week;

/** The key figures of a whole cycle, for who runs it. */
class ProgramTiles extends FigureTiles {

    ProgramTiles(ProgramFigures program) {
        var total = program.total();
        var everybody = ProgressFilter.of(program.cycle().id());
        count(
                "reports.figure.participants",
                total.participants(),
                getTranslation("reports.figure.cohorts.of", program.cohorts().size()));
        share(
                "reports.figure.completion",
                total.completionRate(),
                getTranslation("reports.figure.completion.of", total.completed(), total.live()));
        share(
                "reports.figure.participation",
                total.participation(),
                getTranslation("reports.figure.participation.of", total.talking(), total.participants()));
        count(
                "reports.figure.conversations",
                program.weeks().stream().mapToLong(Week::conversations).sum(),
                getTranslation("reports.figure.conversations.of"));
        people(
                "reports.figure.overdue",
                total.overdue(),
                getTranslation("reports.figure.overdue.of", total.overdue()),
                Tone.RED,
                ProgressNavigation.list(everybody.state(ProgressState.OVERDUE)));
        people(
                "reports.people.atRisk",
                total.atRisk(),
                getTranslation("reports.people.atRisk.of"),
                Tone.AMBER,
                ProgressNavigation.list(everybody.state(ProgressState.AT_RISK)));
    }
}
