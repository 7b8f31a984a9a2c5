package org.weft.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Where one is in the import; the steps behind lead back, until it is done. */
class ImportSteps extends OrderedList {

    private static final List<String> STEPS =
            List.of("people.import.step.file", "people.import.step.columns", "people.import.step.check");

    private final SerializableConsumer<Integer> goTo;

    ImportSteps(SerializableConsumer<Integer> goTo) {
        this.goTo = goTo;
        addClassName("weft-people-steps");
        getElement().setAttribute("aria-label", getTranslation("people.import.steps"));
    }

    /** @param current the step, from 0; one beyond the last when all is done */
    void at(int current) {
        removeAll();
        for (var index = 0; index < STEPS.size(); index++) {
            var item = new ListItem(mark(index, current), words(index, current));
            item.setClassName("weft-current", index == current);
            item.setClassName("weft-behind", index < current);
            if (index == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }

    private static Span mark(int index, int current) {
        var mark = new Span();
        mark.addClassName("weft-people-steps-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        if (index < current) {
            mark.add(VaadinIcon.CHECK.create());
        } else {
            mark.setText(String.valueOf(index + 1));
        }
        return mark;
    }

    private Component words(int index, int current) {
        var label = getTranslation(STEPS.get(index));
        if (index >= current || current == STEPS.size()) {
            return new Span(label);
        }
        var button = new Button(label, event -> goTo.accept(index));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
