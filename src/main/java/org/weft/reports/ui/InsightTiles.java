package org.weft.reports.ui;

import org.weft.reports.Figures;
import org.weft.reports.Group;
import org.weft.reports.Insight;

/** The key figures of a cycle, or of one department in it. */
class InsightTiles extends FigureTiles {

    InsightTiles(Insight insight) {
        people(insight.total());
        share(
                "reports.figure.across",
                insight.acrossShare(),
                getTranslation("reports.figure.across.of", insight.acrossDepartments(), insight.conversations()));
        share(
                "reports.figure.coverage",
                insight.coverage().share(),
                getTranslation(
                        "reports.figure.coverage.of",
                        insight.coverage().met() / 2,
                        insight.coverage().pairs() / 2));
        overdue(insight.total());
    }

    InsightTiles(Group department) {
        var figures = department.figures();
        people(figures);
        number(
                "reports.figure.talks",
                figures.talksPerParticipant(),
                getTranslation("reports.figure.talks.of", figures.talks()));
        share(
                "reports.figure.across",
                figures.acrossShare(),
                getTranslation("reports.figure.across.of", figures.talksAcross(), figures.talks()));
        overdue(figures);
    }

    private void people(Figures figures) {
        count(
                "reports.figure.participants",
                figures.participants(),
                getTranslation("reports.figure.participants.of", figures.participants()));
        share(
                "reports.figure.completion",
                figures.completionRate(),
                getTranslation("reports.figure.completion.of", figures.completed(), figures.live()));
        share(
                "reports.figure.participation",
                figures.participation(),
                getTranslation("reports.figure.participation.of", figures.talking(), figures.participants()));
    }

    private void overdue(Figures figures) {
        count(
                "reports.figure.overdue",
                figures.overdue(),
                getTranslation("reports.figure.overdue.of", figures.overdue()));
    }
}
