package org.weft.conversations.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.weft.base.ui.FilterChip;
import org.weft.base.ui.Formats;
import org.weft.base.ui.QueryState;
import org.weft.programs.CycleOption;

/** What the address leaves out, a chip for each; its cross gives the address without it. */
class HeldChips extends Div {

    private static final List<String> ALL =
            List.of(HeldAddress.WHOSE, HeldAddress.FROM, HeldAddress.TO, HeldAddress.CROSSING, HeldAddress.COUNTING);

    private final transient Consumer<QueryState> changed;

    HeldChips(Consumer<QueryState> changed) {
        this.changed = changed;
        addClassName("weft-conversations-chips");
    }

    /** @param led whether others than those the reader leads could be seen too */
    void show(QueryState query, CycleOption cycle, boolean led) {
        removeAll();
        var filter = HeldAddress.filter(query, cycle);
        if (led) {
            add(chip("whose", getTranslation("conversations.held.led"), query, HeldAddress.WHOSE));
        }
        if (filter.from() != null || filter.to() != null) {
            var days = Formats.of(this)
                    .range(
                            Objects.requireNonNullElse(filter.from(), cycle.startsOn()),
                            Objects.requireNonNullElse(filter.to(), cycle.endsOn()));
            add(chip("days", days, query, HeldAddress.FROM, HeldAddress.TO));
        }
        if (filter.crossing() != null) {
            var words =
                    getTranslation("conversations.crossing." + filter.crossing().name());
            add(chip("departments", words, query, HeldAddress.CROSSING));
        }
        if (filter.counting()) {
            add(chip("objectives", getTranslation("conversations.held.counting"), query, HeldAddress.COUNTING));
        }
        setVisible(getComponentCount() > 0);
    }

    private FilterChip chip(String name, String value, QueryState query, String... keys) {
        return new FilterChip(
                getTranslation("conversations.held." + name),
                value,
                () -> changed.accept(without(query, List.of(keys))));
    }

    static QueryState without(QueryState query) {
        return without(query, ALL);
    }

    private static QueryState without(QueryState query, List<String> keys) {
        var left = query;
        for (var key : keys) {
            left = left.with(key, List.of());
        }
        return left;
    }
}
