package org.weft.reports.ui;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.base.Text;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressView;

/** Chooses of whom a report is, and says below in words whom that means. */
class ViewPicker extends Select<ViewChoice> {

    private final transient List<ViewChoice> choices;
    private final transient ViewWords words = new ViewWords(this);

    /** @param choices everybody first; where nothing follows there is nothing to choose */
    ViewPicker(List<ViewChoice> choices) {
        this.choices = new ArrayList<>(choices);
        setLabel(getTranslation("reports.subscription.people"));
        setItems(choices);
        setItemLabelGenerator(ViewChoice::name);
    }

    ProgressView view() {
        var choice = getValue();
        return choice == null ? ProgressView.ALL : choice.view();
    }

    /** One that is kept may be of those a view showed that is gone. */
    void show(ProgressView view) {
        if (choices.stream().noneMatch(choice -> choice.view().equals(view))) {
            choices.add(new ViewChoice(getTranslation("reports.subscription.people.kept"), view));
            setItems(choices);
            setVisible(true);
        }
        choices.stream()
                .filter(choice -> choice.view().equals(view))
                .findFirst()
                .ifPresent(this::setValue);
    }

    /** Says what the filter and the columns of the choice are; of everybody, how to come by something else. */
    void say(List<Text> filter, List<ProgressColumn> columns) {
        var said = Stream.of(
                        words.filter(filter),
                        columns.isEmpty() ? "" : getTranslation("reports.report.columns", words.columns(columns)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
        setHelperText(said.isEmpty() ? getTranslation(ofEverybody()) : said);
    }

    private String ofEverybody() {
        return choices.size() > 1 ? "reports.subscription.people.all.help" : "reports.subscription.people.none";
    }
}
