package org.weft.objectives.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.Set;

/**
 * People marked elsewhere, on their way to the steps of assigning. Far too many for an address: they travel with the
 * page, and a reload of the steps starts without them.
 */
record MarkedPeople(long cycleId, Set<Long> people) {

    void hand(UI ui) {
        ComponentUtil.setData(ui, MarkedPeople.class, this);
    }

    /** Those handed over, once. */
    static Optional<MarkedPeople> take(UI ui) {
        var marked = Optional.ofNullable(ComponentUtil.getData(ui, MarkedPeople.class));
        ComponentUtil.setData(ui, MarkedPeople.class, null);
        return marked;
    }
}
