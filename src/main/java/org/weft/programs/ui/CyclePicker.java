package org.weft.programs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;

/**
 * Chooses the cycle a view is about, and remembers it in the query parameter {@value #PARAMETER}: without one, the cycle
 * that contains today, else the latest. A view calls {@link #show} when it is entered and reads {@link #cycleId}.
 */
public class CyclePicker extends ComboBox<CycleOption> {

    /** The query parameter that holds the cycle's id. */
    public static final String PARAMETER = "cycle";

    private final List<CycleOption> options;

    public CyclePicker(CycleService cycles, Scope scope) {
        options = cycles.options(scope);
        setLabel(getTranslation("programs.cycle"));
        setItems(options);
        setItemLabelGenerator(CycleOption::label);
        setAllowCustomValue(false);
        setClearButtonVisible(false);
        addClassName("weft-programs-cycle-picker");
        CycleOption.choose(options, null).ifPresent(this::setValue);
    }

    /** Chooses what the location names, if it may be seen, else the default. */
    public void show(Location location) {
        CycleOption.choose(options, wanted(location)).ifPresent(this::setValue);
    }

    /** The chosen cycle; empty only where there is none to choose. */
    public Optional<CycleOption> cycle() {
        return Optional.ofNullable(getValue()).or(() -> CycleOption.choose(options, null));
    }

    /** The chosen cycle's id; empty only where there is none to choose. */
    public Optional<Long> cycleId() {
        return cycle().map(CycleOption::id);
    }

    /** Calls back when the person, not the program, has chosen another cycle; the address names it by then. */
    public void onChosen(Consumer<CycleOption> chosen) {
        addValueChangeListener(event -> {
            if (!event.isFromClient()) {
                return;
            }
            var cycle = event.getValue();
            if (cycle == null) {
                // Emptied by hand: a view is always about some cycle.
                setValue(event.getOldValue());
                return;
            }
            remember(cycle.id());
            chosen.accept(cycle);
        });
    }

    private void remember(long cycleId) {
        getUI().ifPresent(ui -> replaceParameter(ui, cycleId));
    }

    private static void replaceParameter(UI ui, long cycleId) {
        var location = ui.getInternals().getActiveViewLocation();
        var parameters = location.getQueryParameters().merging(PARAMETER, Long.toString(cycleId));
        ui.getPage().getHistory().replaceState(null, new Location(location.getPath(), parameters));
    }

    private static @Nullable Long wanted(Location location) {
        QueryParameters parameters = location.getQueryParameters();
        return parameters
                .getSingleParameter(PARAMETER)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
