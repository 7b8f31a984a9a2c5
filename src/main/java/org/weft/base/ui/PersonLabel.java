package org.weft.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A person: initials, name, and a small line such as team and level. {@link Cells#person} draws the same in a grid. */
public class PersonLabel extends Div {

    /** @param subLine may be empty */
    public PersonLabel(String name, String subLine) {
        addClassName("weft-person");
        var avatar = new Span(Initials.of(name));
        avatar.addClassName("weft-avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var nameText = new Span(name);
        nameText.addClassName("weft-person-name");
        var words = new Span(nameText);
        words.addClassName("weft-person-words");
        if (!subLine.isBlank()) {
            var sub = new Span(subLine);
            sub.addClassName("weft-person-sub");
            words.add(sub);
        }
        add(avatar, words);
    }
}
