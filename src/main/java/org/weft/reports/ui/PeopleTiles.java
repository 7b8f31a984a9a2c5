package org.weft.reports.ui;

import org.weft.base.ui.Tone;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressState;
import org.weft.reports.PeopleStates;

/** What asks for a word this week, each figure a way to the people it counts. */
class PeopleTiles extends FigureTiles {

    PeopleTiles(long cycleId, PeopleStates states) {
        var everybody = ProgressFilter.of(cycleId);
        people(
                "reports.people.overdue",
                states.overdue(),
                getTranslation("reports.people.overdue.of"),
                Tone.RED,
                GridLink.to(everybody.state(ProgressState.OVERDUE)).href());
        people(
                "reports.people.silent",
                states.silent(),
                getTranslation("reports.people.silent.of", PeopleStates.SILENT_DAYS),
                Tone.GREY,
                GridLink.to(everybody).with("silent", PeopleStates.SILENT_DAYS).href());
        people(
                "reports.people.atRisk",
                states.atRisk(),
                getTranslation("reports.people.atRisk.of"),
                Tone.AMBER,
                GridLink.to(everybody.state(ProgressState.AT_RISK)).href());
        people(
                "reports.people.toReview",
                states.toReview(),
                getTranslation("reports.people.toReview.of"),
                Tone.BLUE,
                GridLink.to(everybody).with("state", "to-review").href());
    }
}
