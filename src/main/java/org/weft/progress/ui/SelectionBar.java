package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Formats;

/** What can be done to the rows that are marked. It stands where the states stand, so that nothing jumps. */
class SelectionBar extends Div {

    private final Span words = new Span();
    private final Map<ProgressAction, Button> actions = new LinkedHashMap<>();

    /** @param more further ways, after the actions */
    SelectionBar(List<ProgressAction> offered, Consumer<ProgressAction> chosen, Runnable clear, Component... more) {
        addClassName("weft-progress-selection");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("progress.marked.actions"));
        words.addClassNames("weft-progress-selection-words", "weft-numbers");
        words.getElement().setAttribute("role", "status");
        add(words);
        for (var action : offered) {
            var button = new Button(action.icon().create(), event -> chosen.accept(action));
            button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
            actions.put(action, button);
            add(button);
        }
        add(more);
        var close = new Button(getTranslation("progress.marked.clear"), VaadinIcon.CLOSE_SMALL.create());
        close.addClickListener(event -> clear.run());
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(close);
        setVisible(false);
    }

    /** The actions there are for an account. */
    static List<ProgressAction> offered(ObjectProvider<ProgressAction> actions, CurrentUser currentUser) {
        return actions.orderedStream()
                .filter(action -> currentUser.has(action.roles().toArray(Role[]::new)))
                .toList();
    }

    void show(long marked, long matching) {
        var formats = Formats.of(this);
        setVisible(marked > 0);
        words.setText(
                marked == matching
                        ? getTranslation("progress.marked.all", formats.number(marked))
                        : getTranslation("progress.marked", formats.number(marked), formats.number(matching)));
        actions.forEach((action, button) -> {
            button.setText(getTranslation(action.labelKey(), marked));
            button.setVisible(action.enabled());
        });
    }
}
