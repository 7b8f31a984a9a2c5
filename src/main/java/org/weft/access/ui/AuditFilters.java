package org.weft.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serializable;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.weft.access.PersonDirectory;
import org.weft.access.PersonDirectory.PersonRef;
import org.weft.audit.AuditFilter;
import org.weft.base.ui.DayField;

/** The filters of the trail beside the search: action, person, days. */
class AuditFilters implements Serializable {

    private final ComboBox<String> action = new ComboBox<>();
    private final ComboBox<PersonRef> person = new ComboBox<>();
    private final DayField from = new DayField();
    private final DayField to = new DayField();
    private final transient PersonDirectory people;

    /**
     * @param now the filter as it is
     * @param changed gets the filter as the reader wants it
     */
    AuditFilters(
            List<String> actions, PersonDirectory people, Supplier<AuditFilter> now, Consumer<AuditFilter> changed) {
        this.people = people;
        var ui = UI.getCurrentOrThrow();
        action.setItems(actions.stream()
                .sorted(Comparator.comparing(AuditGrid::words, Collator.getInstance(ui.getLocale())))
                .toList());
        action.setItemLabelGenerator(AuditGrid::words);
        name(action, ui.getTranslation("access.audit.action"));
        person.setItems(
                query -> people.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        person.setItemLabelGenerator(PersonRef::name);
        name(person, ui.getTranslation("access.audit.person"));
        name(from, ui.getTranslation("access.audit.from"));
        name(to, ui.getTranslation("access.audit.to"));
        action.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(now.get().withAction(event.getValue()));
            }
        });
        person.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var chosen = event.getValue();
                changed.accept(now.get().withPerson(chosen == null ? null : chosen.id()));
            }
        });
        from.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(now.get().withDays(event.getValue(), now.get().to()));
            }
        });
        to.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(now.get().withDays(now.get().from(), event.getValue()));
            }
        });
    }

    Component[] components() {
        return new Component[] {action, person, from, to};
    }

    /** Shows a filter. @return how many of its conditions are given */
    int set(AuditFilter filter) {
        action.setValue(filter.action());
        var personId = filter.personId();
        person.setValue(personId == null ? null : people.get(personId).orElse(null));
        from.setValue(filter.from());
        to.setValue(filter.to());
        to.setMin(filter.from());
        return (int) Stream.of(filter.action(), personId, filter.from(), filter.to())
                .filter(Objects::nonNull)
                .count();
    }

    private static void name(ComboBox<?> field, String words) {
        field.setPlaceholder(words);
        field.setAriaLabel(words);
        field.setClearButtonVisible(true);
    }

    private static void name(DayField field, String words) {
        field.setPlaceholder(words);
        field.setAriaLabel(words);
        field.setClearButtonVisible(true);
    }
}
