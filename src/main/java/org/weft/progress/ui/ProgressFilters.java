package org.weft.progress.ui;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.FilterBar;
import org.weft.people.Level;
import org.weft.programs.CohortOption;
import org.weft.programs.CycleOption;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.TeamOption;

/** The filters above the list and the matrix. They show what the address says and report what people choose. */
class ProgressFilters extends Div {

    private final ComboBox<CycleOption> cycle = new ComboBox<>();
    private final ComboBox<CohortOption> cohort = new ComboBox<>();
    private final ComboBox<TeamOption> team = new ComboBox<>();
    private final ComboBox<Level> level = new ComboBox<>();
    private final FilterBar bar = new FilterBar();
    private final TextField name;
    private final List<CycleOption> cycles;
    private List<CohortOption> cohorts = List.of();
    private List<TeamOption> teams = List.of();
    private ProgressFilter shown = ProgressFilter.of(0);

    ProgressFilters(
            List<CycleOption> cycles,
            Consumer<Long> cycleChosen,
            Consumer<ProgressFilter> changed,
            Consumer<ProgressFilter> typed) {
        this.cycles = cycles;
        name = bar.search(getTranslation("progress.filter.name"), "", text -> {
            if (!text.equals(shown.text())) {
                typed.accept(shown.text(text));
            }
        });
        field(cycle, "progress.filter.cycle", CycleOption::label);
        cycle.setItems(cycles);
        cycle.setClearButtonVisible(false);
        cycle.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                if (event.getValue() == null) {
                    cycle.setValue(event.getOldValue());
                } else {
                    cycleChosen.accept(event.getValue().id());
                }
            }
        });
        field(cohort, "progress.filter.cohort", CohortOption::name);
        onChoice(cohort, option -> changed.accept(shown.cohort(option == null ? null : option.id())));
        field(team, "progress.filter.team", TeamOption::path);
        onChoice(team, option -> changed.accept(shown.team(option == null ? null : option.id())));
        field(level, "progress.filter.level", one -> getTranslation("level." + one.name()));
        level.setItems(Level.values());
        onChoice(level, one -> changed.accept(shown.level(one)));
        bar.filters(cycle, cohort, team, level);
        bar.onClear(() -> changed.accept(ProgressFilter.of(shown.cycleId())));
        add(bar);
    }

    private <T> void field(ComboBox<T> field, String key, Function<T, String> words) {
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setItemLabelGenerator(words::apply);
        field.setClearButtonVisible(true);
    }

    private static <T> void onChoice(ComboBox<T> field, Consumer<@Nullable T> chosen) {
        field.addValueChangeListener((ComponentValueChangeEvent<ComboBox<T>, T> event) -> {
            if (event.isFromClient()) {
                chosen.accept(event.getValue());
            }
        });
    }

    /** Offers what there is in a cycle. */
    void offer(List<CohortOption> cohorts, List<TeamOption> teams) {
        cohort.setItems(cohorts);
        team.setItems(teams);
        this.cohorts = cohorts;
        this.teams = teams;
    }

    void show(ProgressFilter filter) {
        shown = filter;
        cycles.stream().filter(one -> one.id() == filter.cycleId()).findFirst().ifPresent(cycle::setValue);
        cohort.setValue(find(cohorts, one -> Objects.equals(one.id(), filter.id(ProgressFacet.COHORT))));
        team.setValue(find(teams, one -> Objects.equals(one.id(), filter.id(ProgressFacet.TEAM))));
        level.setValue(filter.constant(ProgressFacet.LEVEL, Level.class));
        if (!name.getValue().strip().equals(filter.text())) {
            name.setValue(filter.text());
        }
        bar.active((int) Stream.of(
                        filter.id(ProgressFacet.COHORT),
                        filter.id(ProgressFacet.TEAM),
                        filter.constant(ProgressFacet.LEVEL, Level.class),
                        filter.state())
                .filter(Objects::nonNull)
                .count());
    }

    /** The filters that are set, in the reader's words. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words(words, cohort, shown.id(ProgressFacet.COHORT));
        words(words, team, shown.id(ProgressFacet.TEAM));
        words(words, level, shown.constant(ProgressFacet.LEVEL, Level.class));
        if (shown.state() != null) {
            words.put(
                    getTranslation("progress.state"),
                    getTranslation("progress.state." + shown.state().name(), ""));
        }
        if (!shown.text().isEmpty()) {
            words.put(getTranslation("progress.filter.name"), shown.text());
        }
        return words;
    }

    private static <T> void words(Map<String, String> words, ComboBox<T> field, @Nullable Object set) {
        if (set != null) {
            var value = field.getValue();
            words.put(
                    field.getPlaceholder(),
                    value == null
                            ? set.toString()
                            : field.getItemLabelGenerator().apply(value));
        }
    }

    private static <T> @Nullable T find(List<T> options, Function<T, Boolean> wanted) {
        return options.stream().filter(wanted::apply).findFirst().orElse(null);
    }
}
