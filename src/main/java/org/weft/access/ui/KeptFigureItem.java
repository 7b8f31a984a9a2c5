package org.weft.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import org.weft.access.KeptFigureRow;
import org.weft.base.KeptFigure.Example;
import org.weft.base.KeptFigure.Finding;
import org.weft.base.Text;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;

/** One kind of kept figures: what it is, what the last check found, and what sets it right. */
class KeptFigureItem extends ListItem {

    private final Formats formats = Formats.of(UI.getCurrentOrThrow());

    KeptFigureItem(KeptFigureRow row, Consumer<KeptFigureRow> setRight) {
        addClassName("weft-figure");
        var words = new Div(new H2(words(row.title())), new Paragraph(words(row.explanation())));
        words.addClassName("weft-figure-words");
        var outcome = new Div(state(row));
        outcome.addClassName("weft-figure-outcome");
        var finding = row.finding();
        var at = row.checkedAt();
        if (finding != null && at != null) {
            var when =
                    new Span(getTranslation("access.figures.compared", finding.rows()) + " · " + formats.dateTime(at));
            when.setTitle(formats.exact(at));
            when.addClassNames("weft-sub", "weft-numbers");
            outcome.add(when);
        }
        add(words, outcome);
        if (finding != null && !finding.equal()) {
            var button = new Button(getTranslation("access.figures.mend"), event -> setRight.accept(row));
            button.setAriaLabel(getTranslation("access.figures.mend.title", words(row.title())));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            outcome.add(button);
            add(examples(finding));
        }
    }

    private StatusBadge state(KeptFigureRow row) {
        var finding = row.finding();
        if (finding == null) {
            return new StatusBadge(Tone.GREY, getTranslation("access.figures.state.unchecked"));
        }
        if (finding.rows() == 0 && finding.equal()) {
            return new StatusBadge(Tone.GREY, getTranslation("access.figures.state.nothing"));
        }
        return finding.equal()
                ? new StatusBadge(Tone.GREEN, getTranslation("access.figures.state.equal"))
                : new StatusBadge(Tone.RED, getTranslation("access.figures.state.differ", finding.differing()));
    }

    private UnorderedList examples(Finding finding) {
        var examples = new UnorderedList();
        examples.addClassName("weft-figure-examples");
        for (var one : finding.examples()) {
            examples.add(new ListItem(example(one)));
        }
        var more = finding.differing() - finding.examples().size();
        if (more > 0) {
            examples.add(new ListItem(getTranslation("access.figures.more", more)));
        }
        return examples;
    }

    private String example(Example one) {
        return getTranslation("access.figures.example", one.row(), one.kept(), one.expected());
    }

    private String words(Text text) {
        return getTranslation(text.key(), text.args().toArray());
    }
}
