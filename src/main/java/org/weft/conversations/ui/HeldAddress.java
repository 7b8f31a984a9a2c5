package org.weft.conversations.ui;

import com.vaadin.flow.router.Location;
import java.util.Locale;
import org.weft.base.ui.QueryState;
import org.weft.conversations.Crossing;
import org.weft.conversations.HeldFilter;
import org.weft.programs.CycleOption;
import org.weft.programs.ui.CyclePicker;

/** How a {@link HeldFilter} stands in the address of the page that lists conversations. */
final class HeldAddress {

    static final String PAGE = "conversations";
    static final String FROM = "from";
    static final String TO = "to";
    static final String CROSSING = "departments";
    static final String COUNTING = "counting";
    /** {@code led}: only of people the reader leads, where the reader sees others too. */
    static final String WHOSE = "whose";

    private static final String YES = "yes";
    private static final String LED = "led";

    private HeldAddress() {}

    static QueryState of(HeldFilter filter) {
        var crossing = filter.crossing();
        return QueryState.of(new Location(PAGE))
                .with(CyclePicker.PARAMETER, filter.cycleId())
                .with(FROM, filter.from())
                .with(TO, filter.to())
                .with(CROSSING, crossing == null ? null : crossing.name().toLowerCase(Locale.ROOT))
                .with(COUNTING, filter.counting() ? YES : null);
    }

    static QueryState led(QueryState query) {
        return query.with(WHOSE, LED);
    }

    static boolean isLed(QueryState query) {
        return query.get(WHOSE).filter(LED::equals).isPresent();
    }

    static HeldFilter filter(QueryState query, CycleOption cycle) {
        return HeldFilter.of(cycle.id())
                .between(query.getDate(FROM).orElse(null), query.getDate(TO).orElse(null))
                .crossing(query.get(CROSSING, Crossing.class).orElse(null))
                .counting(query.get(COUNTING).filter(YES::equals).isPresent());
    }
}
