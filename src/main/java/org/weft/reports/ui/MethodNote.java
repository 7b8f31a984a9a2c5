package org.weft.reports.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import org.weft.reports.Definition;

/** How the figures of a dashboard are counted, for who asks; closed at first. */
class MethodNote extends Details {

    private final DescriptionList list = new DescriptionList();

    MethodNote(Definition... definitions) {
        addClassName("weft-reports-method");
        setSummaryText(getTranslation("reports.method"));
        for (var definition : definitions) {
            say(definition.figure(), definition.words());
        }
        add(list);
    }

    /** One more figure, by the keys of its name and of what it means. */
    MethodNote say(String figure, String words, Object... args) {
        list.add(
                new DescriptionList.Term(getTranslation(figure)),
                new DescriptionList.Description(getTranslation(words, args)));
        return this;
    }
}
