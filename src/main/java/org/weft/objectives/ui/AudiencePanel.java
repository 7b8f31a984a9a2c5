package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.PersonLabel;
import org.weft.objectives.AssignAudience;
import org.weft.objectives.AssignPreviewRow;
import org.weft.objectives.LeftOutReason;
import org.weft.people.Level;

/** Who has been chosen, by level; the names of a level are read when it is opened. */
class AudiencePanel extends Div {

    private static final int PAGE = 25;

    private final transient BiFunction<Level, Pageable, List<AssignPreviewRow>> people;

    AudiencePanel(BiFunction<Level, Pageable, List<AssignPreviewRow>> people) {
        this.people = people;
        addClassName("weft-objectives-audience");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(@Nullable AssignAudience audience) {
        removeAll();
        if (audience == null) {
            add(new EmptyState(
                    VaadinIcon.USERS,
                    getTranslation("objectives.assign.audience.none.title"),
                    getTranslation("objectives.assign.audience.none.text")));
            return;
        }
        add(new H2(getTranslation("objectives.assign.people", audience.people())));
        for (var level : Level.values()) {
            var count = audience.levels().getOrDefault(level, 0);
            if (count > 0) {
                add(level(level, count, audience.people()));
            }
        }
        addLeftOut(audience.leftOut());
    }

    private Details level(Level level, int count, int total) {
        var name = new Span(getTranslation("level." + level.name()));
        var number = new Span(String.valueOf(count));
        number.addClassName("weft-numbers");
        var fill = new Span();
        fill.getStyle().set("inline-size", Math.round(100.0 * count / total) + "%");
        var bar = new Span(fill);
        bar.addClassName("weft-objectives-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        var summary = new Div(name, bar, number);
        summary.addClassName("weft-objectives-level-summary");
        var details = new Details(summary);
        details.addClassName("weft-objectives-level");
        var names = new Div();
        names.addClassName("weft-objectives-names");
        details.add(names);
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && names.getComponentCount() == 0) {
                addNames(names, level, 0, count);
            }
        });
        return details;
    }

    private void addNames(Div names, Level level, int page, int count) {
        people.apply(level, PageRequest.of(page, PAGE))
                .forEach(person ->
                        names.add(new PersonLabel(person.name(), person.teamName() == null ? "" : person.teamName())));
        var rest = count - (page + 1) * PAGE;
        if (rest > 0) {
            var more = new Button(getTranslation("objectives.assign.more", rest));
            more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            more.addClickListener(event -> {
                names.remove(more);
                addNames(names, level, page + 1, count);
            });
            names.add(more);
        }
    }

    private void addLeftOut(Map<LeftOutReason, Integer> leftOut) {
        for (var reason : LeftOutReason.values()) {
            var count = leftOut.getOrDefault(reason, 0);
            if (count > 0) {
                var line = new Paragraph(getTranslation("objectives.leftout.count." + reason.name(), count));
                line.addClassName("weft-objectives-hint");
                add(line);
            }
        }
    }
}
