package org.weft.people.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.weft.access.Scope;
import org.weft.people.PersonOption;
import org.weft.people.PersonService;

/** Chooses several active people in scope. As {@link PersonPicker}, for many. */
public class PersonMultiPicker extends MultiSelectComboBox<PersonOption> {

    private final transient PersonService people;
    private final transient Scope scope;

    public PersonMultiPicker(String label, PersonService people, Scope scope) {
        super(label);
        this.people = people;
        this.scope = scope;
        addClassName("weft-people-picker");
        setItemLabelGenerator(PersonOption::name);
        setRenderer(PersonOptions.renderer());
        setClearButtonVisible(true);
        setPlaceholder(getTranslation("people.picker.placeholder"));
        setItems(PersonOptions.provider(people, scope));
    }

    /** Chooses people by id; those out of scope are passed over. */
    public void setPersonIds(Collection<Long> ids) {
        setValue(ids.stream()
                .flatMap(id -> people.option(scope, id).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public Set<Long> getPersonIds() {
        return getValue().stream().map(PersonOption::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
