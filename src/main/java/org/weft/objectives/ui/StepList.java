package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Where one is among the steps; those behind lead back. */
class StepList extends OrderedList {

    private static final List<String> STEPS = List.of(
            "objectives.assign.step.people",
            "objectives.assign.step.objectives",
            "objectives.assign.step.preview",
            "objectives.assign.step.done");

    private final transient SerializableConsumer<Integer> goTo;

    StepList(SerializableConsumer<Integer> goTo) {
        this.goTo = goTo;
        addClassName("weft-objectives-steps");
        getElement().setAttribute("aria-label", getTranslation("objectives.assign.steps"));
    }

    void at(int current) {
        removeAll();
        var over = current == STEPS.size() - 1;
        for (var index = 0; index < STEPS.size(); index++) {
            var item = new ListItem(mark(index, current), words(index, current, over));
            item.addClassName("weft-objectives-steps-item");
            if (index == current) {
                item.addClassName("weft-current");
                item.getElement().setAttribute("aria-current", "step");
            }
            item.setClassName("weft-behind", index < current);
            add(item);
        }
    }

    private static Span mark(int index, int current) {
        var mark = new Span();
        mark.addClassName("weft-objectives-steps-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        if (index < current) {
            mark.add(VaadinIcon.CHECK.create());
        } else {
            mark.setText(String.valueOf(index + 1));
        }
        return mark;
    }

    private com.vaadin.flow.component.Component words(int index, int current, boolean over) {
        var label = getTranslation(STEPS.get(index));
        if (index >= current || over) {
            return new Span(label);
        }
        var button = new Button(label, event -> goTo.accept(index));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
