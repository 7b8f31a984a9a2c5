package org.weft.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasOrderedComponents;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The cards of a list of records, in a place of their own. Shown again, only those are built anew whose record has
 * changed: in all others the focus, and what has been opened, stay.
 *
 * @param <R> a record, no two of which are equal in one list
 */
public final class Cards<R> {

    private final HasOrderedComponents place;
    private final Function<R, Component> card;
    private Map<R, Component> shown = Map.of();

    public Cards(HasOrderedComponents place, Function<R, Component> card) {
        this.place = place;
        this.card = card;
    }

    /** Shows these and nothing else. */
    public void show(List<R> rows) {
        var next = new LinkedHashMap<R, Component>();
        for (var row : rows) {
            var there = shown.get(row);
            next.put(row, there != null ? there : card.apply(row));
        }
        fill(next.values());
        shown = next;
    }

    /** Shows this in place of cards. */
    public void show(Component instead) {
        fill(List.of(instead));
        shown = Map.of();
    }

    private void fill(Collection<Component> now) {
        place.getChildren().filter(old -> !now.contains(old)).toList().forEach(place::remove);
        var at = 0;
        for (var component : now) {
            if (place.indexOf(component) != at) {
                place.addComponentAtIndex(at, component);
            }
            at++;
        }
    }

    public int size() {
        return shown.size();
    }
}
