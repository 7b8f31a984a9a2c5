package org.weft.programs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.details.DetailsVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.programs.CohortRow;
import org.weft.programs.CycleRow;

/** One cycle of a program: its dates, and, once opened, its cohorts. */
class CycleSection extends Details {

    private final transient CycleRow cycle;
    private final transient @Nullable PlanActions actions;
    private final transient Supplier<List<CohortRow>> cohorts;
    private final transient Runnable changed;

    /**
     * @param actions what may be changed; null for who only reads
     * @param cohorts asked when the section is opened
     */
    CycleSection(CycleRow cycle, @Nullable PlanActions actions, Supplier<List<CohortRow>> cohorts, Runnable changed) {
        this.cycle = cycle;
        this.actions = actions;
        this.cohorts = cohorts;
        this.changed = changed;
        addClassName("weft-programs-cycle");
        addThemeVariants(DetailsVariant.AURA_NO_PADDING);
        setSummary(summary());
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                fill();
            }
        });
    }

    private Div summary() {
        var name = new H2(cycle.name());
        var dates = new Span(Formats.of(this).range(cycle.startsOn(), cycle.endsOn()));
        dates.addClassName("weft-numbers");
        var counts = new Span(getTranslation("programs.counts", cycle.cohorts(), cycle.participants()));
        counts.addClassNames("weft-programs-quiet", "weft-numbers");
        var line = new Div(name, CyclePhase.badge(this, cycle.phase()), dates, counts);
        line.addClassName("weft-programs-cycle-line");
        return line;
    }

    private void fill() {
        removeAll();
        var rows = cohorts.get();
        var bar = actionBar(rows);
        if (bar.getComponentCount() > 0) {
            add(bar);
        }
        if (rows.isEmpty()) {
            add(empty());
            return;
        }
        var cards = PlanCard.list();
        rows.forEach(row -> cards.add(new CohortCard(row, cycle.id(), actions != null)));
        add(cards);
    }

    private Div actionBar(List<CohortRow> rows) {
        var bar = new Div();
        bar.addClassName("weft-programs-bar");
        if (actions != null) {
            if (!rows.isEmpty()) {
                bar.add(small(
                        getTranslation("programs.cohort.add"),
                        VaadinIcon.PLUS,
                        () -> actions.addCohort(cycle.id(), changed)));
            }
            bar.add(small(
                    getTranslation("programs.cycle.edit"),
                    VaadinIcon.EDIT,
                    () -> actions.editCycle(cycle.programId(), cycle.id(), changed)));
            if (rows.isEmpty()) {
                bar.add(small(
                        getTranslation("programs.cycle.remove"),
                        VaadinIcon.TRASH,
                        () -> actions.removeCycle(cycle, changed)));
            }
        }
        if (cycle.participants() > 0) {
            bar.add(ProgramsNavigation.link(Onward.progress(cycle.id()), getTranslation("programs.cycle.progress")));
        }
        return bar;
    }

    private EmptyState empty() {
        if (actions == null) {
            return new EmptyState(
                    VaadinIcon.GROUP,
                    getTranslation("programs.cohort.empty.title"),
                    getTranslation("programs.cohort.empty.reader"));
        }
        var add = new Button(getTranslation("programs.cohort.add"), click -> actions.addCohort(cycle.id(), changed));
        return new EmptyState(
                VaadinIcon.GROUP,
                getTranslation("programs.cohort.empty.title"),
                getTranslation("programs.cohort.empty.text"),
                add);
    }

    private static Button small(String label, VaadinIcon icon, Runnable action) {
        var button = new Button(label, icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
