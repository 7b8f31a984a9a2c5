package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.EmptyState;
import org.weft.programs.CohortOption;
import org.weft.programs.CycleOption;
import org.weft.programs.ui.ProgramsNavigation;

/** The cohorts of a cycle, one to choose. */
class CohortChoice extends Div {

    private final RadioButtonGroup<CohortOption> group = new RadioButtonGroup<>();

    private boolean showing;

    CohortChoice(SerializableConsumer<@Nullable Long> chosen) {
        addClassName("weft-objectives-cohorts");
        group.setAriaLabel(getTranslation("objectives.assign.cohort"));
        group.setRenderer(new ComponentRenderer<>(this::card));
        group.addValueChangeListener(event -> {
            if (!showing) {
                chosen.accept(event.getValue() == null ? null : event.getValue().id());
            }
        });
    }

    void show(List<CohortOption> options, @Nullable Long selected, boolean hr, @Nullable CycleOption cycle) {
        removeAll();
        if (options.isEmpty()) {
            add(none(hr, cycle));
            return;
        }
        showing = true;
        group.setItems(options);
        options.stream()
                .filter(option -> selected != null && option.id() == selected)
                .findFirst()
                .ifPresent(group::setValue);
        showing = false;
        add(group);
    }

    private Div card(CohortOption option) {
        var name = new Span(option.name());
        name.addClassName("weft-objectives-cohort-name");
        var size = getTranslation("objectives.assign.people", option.size());
        var lead = option.leadName();
        var sub = new Span(lead == null ? size : size + " · " + getTranslation("objectives.assign.lead", lead));
        sub.addClassName("weft-sub");
        var card = new Div(name, sub);
        card.addClassName("weft-objectives-cohort");
        return card;
    }

    private EmptyState none(boolean hr, @Nullable CycleOption cycle) {
        return new EmptyState(
                VaadinIcon.GROUP,
                getTranslation("objectives.assign.nocohort.title"),
                getTranslation(hr ? "objectives.assign.nocohort.hr" : "objectives.assign.nocohort.manager"),
                hr && cycle != null
                        ? new Component[] {
                            new Anchor(
                                    ProgramsNavigation.cycle(cycle.programId(), cycle.id()),
                                    getTranslation("objectives.assign.nocohort.program"))
                        }
                        : new Component[0]);
    }
}
