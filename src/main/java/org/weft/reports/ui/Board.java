package org.weft.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Collection;
import java.util.function.Supplier;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;

/** The content of a dashboard, or why there is none. What fails says so in its place and can be tried again. */
class Board extends Div {

    private final transient Supplier<? extends Collection<? extends Component>> content;

    /** @param content what there is to show now; called each time the board is shown anew */
    Board(Supplier<? extends Collection<? extends Component>> content) {
        this.content = content;
        addClassName("weft-reports-board");
    }

    void show() {
        removeAll();
        try {
            content.get().forEach(this::add);
        } catch (RuntimeException e) {
            removeAll();
            add(new EmptyState(VaadinIcon.WARNING, getTranslation("reports.failed.title"), Errors.words(e), again()));
        }
    }

    /** For a cycle so large that its figures take a while, before they are there for the first time. */
    EmptyState preparing() {
        return new EmptyState(
                VaadinIcon.HOURGLASS,
                getTranslation("reports.preparing.title"),
                getTranslation("reports.preparing.text"),
                again());
    }

    private Button again() {
        return new Button(getTranslation("reports.again"), VaadinIcon.REFRESH.create(), event -> show());
    }
}
