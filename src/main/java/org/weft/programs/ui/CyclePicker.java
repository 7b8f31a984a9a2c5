package org.weft.programs.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weft.access.Scope;
import org.weft.base.ui.QueryState;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;

/**
 * Chooses the cycle a view is about. It lives in the view's {@link QueryState} under {@value #PARAMETER}; without one
 * there, it is the cycle that contains today, else the latest.
 *
 * <pre>{@code
 * picker.show(query);                          // when the view is entered
 * picker.onChosen(cycle -> {                   // when somebody chooses another
 *     query = picker.into(query);
 *     query.apply(ui);
 *     reload();
 * });
 * }</pre>
 */
public class CyclePicker extends ComboBox<CycleOption> {

    /** The query parameter that holds the cycle's id. */
    public static final String PARAMETER = "cycle";

    private final transient List<CycleOption> options;

    public CyclePicker(CycleService cycles, Scope scope) {
        options = cycles.options(scope);
        setLabel(getTranslation("programs.cycle"));
        setItems(options);
        setItemLabelGenerator(CycleOption::label);
        setAllowCustomValue(false);
        CycleOption.choose(options, null).ifPresent(this::setValue);
    }

    /** Chooses the cycle the state names, if it may be seen, else the default. */
    public void show(QueryState query) {
        var wanted = query.getLong(PARAMETER);
        CycleOption.choose(options, wanted.isPresent() ? wanted.getAsLong() : null)
                .ifPresent(this::setValue);
    }

    /** The state with the chosen cycle in it. */
    public QueryState into(QueryState query) {
        return query.with(PARAMETER, cycleId().orElse(null));
    }

    /** The chosen cycle; empty only where there is none to choose. */
    public Optional<CycleOption> cycle() {
        return Optional.ofNullable(getValue()).or(() -> CycleOption.choose(options, null));
    }

    /** The chosen cycle's id; empty only where there is none to choose. */
    public Optional<Long> cycleId() {
        return cycle().map(CycleOption::id);
    }

    /** Calls back when the reader, not the program, has chosen another cycle. */
    public void onChosen(Consumer<CycleOption> chosen) {
        addValueChangeListener(event -> {
            if (!event.isFromClient()) {
                return;
            }
            if (event.getValue() == null) {
                // Emptied by hand: a view is always about some cycle.
                setValue(event.getOldValue());
                return;
            }
            chosen.accept(event.getValue());
        });
    }
}
