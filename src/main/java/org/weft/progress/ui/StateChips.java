package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.CountWords;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressCounts;
import org.weft.progress.ProgressState;

/** Everybody, or only those in one state; each with how many there are. */
class StateChips extends Div {

    private final Span summary = new Span();
    private final Map<Optional<ProgressState>, Button> chips = new LinkedHashMap<>();

    /** @param chosen gets the state that was clicked, null for everybody; a second click takes it back */
    StateChips(Consumer<@Nullable ProgressState> chosen) {
        addClassName("weft-progress-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("progress.state"));
        add(Optional.empty(), chosen);
        for (var state : ProgressState.values()) {
            add(Optional.of(state), chosen);
        }
        add(count());
    }

    private void add(Optional<ProgressState> state, Consumer<@Nullable ProgressState> chosen) {
        var chip = new Button();
        chip.addThemeVariants(ButtonVariant.SMALL);
        chip.addClassName("weft-progress-chip");
        state.ifPresent(one -> {
            var dot = new Span();
            dot.addClassName("weft-progress-dot");
            dot.getElement().setAttribute("data-state", one.name()).setAttribute("aria-hidden", "true");
            chip.setPrefixComponent(dot);
        });
        chip.addClickListener(event -> chosen.accept(pressed(chip) ? null : state.orElse(null)));
        chips.put(state, chip);
        add(chip);
    }

    private static boolean pressed(Button chip) {
        return "true".equals(chip.getElement().getAttribute("aria-pressed"));
    }

    private Span count() {
        summary.addClassNames("weft-progress-count", "weft-numbers");
        summary.getElement().setAttribute("role", "status");
        return summary;
    }

    void show(@Nullable ProgressState chosen, ProgressCounts counts) {
        var formats = Formats.of(this);
        summary.setText(getTranslation(
                "progress.count", CountWords.of(formats, counts.matching()), CountWords.of(formats, counts.total())));
        chips.forEach((state, chip) -> {
            var count = CountWords.of(formats, state.map(counts::of).orElse(counts.anyState()));
            chip.setText(state.map(one -> getTranslation("progress.state." + one.name(), count))
                    .orElseGet(() -> getTranslation("progress.state.any", count)));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(Objects.equals(state.orElse(null), chosen)));
        });
    }
}
