package org.weft.reports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.reports.Insight;

/** The key figures, each with what it is made of. */
class FigureTiles extends DescriptionList {

    private final transient Formats formats = Formats.of(UI.getCurrent());

    FigureTiles(Insight insight) {
        addClassName("weft-reports-figures");
        var total = insight.total();
        tile(
                "reports.figure.participants",
                formats.number(total.participants()),
                getTranslation("reports.figure.participants.of", total.participants()));
        tile(
                "reports.figure.completion",
                share(total.completionRate()),
                getTranslation("reports.figure.completion.of", total.completed(), total.live()));
        tile(
                "reports.figure.participation",
                share(total.participation()),
                getTranslation("reports.figure.participation.of", total.talking(), total.participants()));
        tile(
                "reports.figure.conversations",
                formats.number(insight.conversations()),
                getTranslation("reports.figure.conversations.of"));
        tile(
                "reports.figure.across",
                formats.number(insight.acrossDepartments()),
                getTranslation("reports.figure.across.of"));
        tile(
                "reports.figure.overdue",
                formats.number(total.overdue()),
                getTranslation("reports.figure.overdue.of", total.overdue()));
    }

    private String share(@Nullable Double share) {
        return share == null ? Formats.NOTHING : formats.percent(share);
    }

    private void tile(String nameKey, String value, String detail) {
        var figure = new Span(value);
        figure.addClassNames("weft-reports-figure", "weft-numbers");
        var words = new Span(detail);
        words.addClassName("weft-reports-figure-detail");
        var tile = new Div(new Term(getTranslation(nameKey)), new Description(figure, words));
        tile.addClassName("weft-reports-tile");
        getElement().appendChild(tile.getElement());
    }
}
