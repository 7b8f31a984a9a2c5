package org.weft.reports.ui;

import org.weft.base.ui.Tone;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressState;
import org.weft.progress.ui.ProgressNavigation;
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
                ProgressNavigation.list(everybody.state(ProgressState.OVERDUE)));
        people(
                "reports.people.silent",
                states.silent(),
                getTranslation("reports.people.silent.of", PeopleStates.SILENT_DAYS),
                Tone.GREY,
                ProgressNavigation.list(everybody.with(ProgressFacet.SILENT, PeopleStates.SILENT_DAYS)));
        people(
                "reports.people.atRisk",
                states.atRisk(),
                getTranslation("reports.people.atRisk.of"),
                Tone.AMBER,
                ProgressNavigation.list(everybody.state(ProgressState.AT_RISK)));
        people(
                "reports.people.toReview",
                states.toReview(),
                getTranslation("reports.people.toReview.of"),
                Tone.BLUE,
                ProgressNavigation.list(everybody.state(ProgressState.TO_REVIEW)));
    }
}
