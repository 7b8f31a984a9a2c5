package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.weft.base.ui.EmptyState;
import org.weft.programs.CycleOption;
import org.weft.programs.ui.ProgramsNavigation;

/** Why nobody is to be seen, and what to do about it: HR can plan, a manager cannot. */
class EmptyProgress {

    private final Component owner;
    private final boolean hr;

    EmptyProgress(Component owner, boolean hr) {
        this.owner = owner;
        this.hr = hr;
    }

    EmptyState noCycle() {
        return new EmptyState(
                VaadinIcon.CALENDAR,
                words("progress.empty.cycle"),
                words(hr ? "progress.empty.cycle.hr" : "progress.empty.cycle.manager"),
                hrOnly(ProgramsNavigation.programs(), words("progress.empty.plan")));
    }

    EmptyState nobody(CycleOption cycle) {
        return new EmptyState(
                VaadinIcon.USERS,
                words("progress.empty.nobody"),
                words(hr ? "progress.empty.nobody.hr" : "progress.empty.nobody.manager"),
                hrOnly(ProgramsNavigation.cycle(cycle.programId(), cycle.id()), words("progress.empty.cohorts")));
    }

    EmptyState noMatch(Runnable clear) {
        return new EmptyState(
                VaadinIcon.FILTER,
                words("progress.empty.match"),
                words("progress.empty.match.text"),
                new Button(words("base.filters.clear"), event -> clear.run()));
    }

    private Component[] hrOnly(String path, String words) {
        if (!hr) {
            return new Component[0];
        }
        var link = new Anchor(path, words);
        link.getElement().setAttribute("router-link", true);
        return new Component[] {link};
    }

    private String words(String key) {
        return owner.getTranslation(key);
    }
}
