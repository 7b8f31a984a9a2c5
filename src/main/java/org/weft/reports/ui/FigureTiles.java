package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.weft.base.Count;
import org.weft.base.ui.CountWords;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;

/** Key figures side by side: the name, the figure in large type, and what it is a figure of. */
@StyleSheet("styles/reports.css")
class FigureTiles extends DescriptionList {

    private final Formats formats = Formats.of(this);

    FigureTiles() {
        addClassName("weft-reports-figures");
    }

    FigureTiles count(String nameKey, long value, String detail) {
        return tile(nameKey, new Span(formats.number(value)), detail, null);
    }

    FigureTiles number(String nameKey, @Nullable Double value, String detail) {
        return tile(nameKey, new Span(value == null ? Formats.NOTHING : formats.number(value, 1)), detail, null);
    }

    FigureTiles share(String nameKey, @Nullable Double value, String detail) {
        return tile(nameKey, new Span(value == null ? Formats.NOTHING : formats.percent(value)), detail, null);
    }

    /** As {@link #people(String, Count, String, Tone, String)}, of a count that is known exactly. */
    FigureTiles people(String nameKey, long value, String detail, Tone tone, String href) {
        return people(nameKey, Count.exactly(value), detail, tone, href);
    }

    /** A count that leads to the people behind it, and has the colour of their state unless there is nobody. */
    FigureTiles people(String nameKey, Count value, String detail, Tone tone, String href) {
        var words = CountWords.of(formats, value);
        var link = new Anchor(href, words);
        link.getElement().setAttribute("router-link", true);
        link.setAriaLabel(getTranslation("reports.tile.open", getTranslation(nameKey), words));
        return tile(nameKey, link, detail, value.number() == 0 ? Tone.GREY : tone);
    }

    private FigureTiles tile(String nameKey, Component figure, String detail, @Nullable Tone tone) {
        figure.addClassNames("weft-reports-figure", "weft-numbers");
        var words = new Span(detail);
        words.addClassName("weft-reports-figure-detail");
        var tile = new Div(new Term(getTranslation(nameKey)), new Description(figure, words));
        tile.addClassName("weft-reports-tile");
        if (tone != null) {
            tile.getElement().setAttribute("data-tone", tone.css());
        }
        getElement().appendChild(tile.getElement());
        return this;
    }
}
