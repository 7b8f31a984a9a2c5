package org.weft.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.people.PersonOption;
import org.weft.people.PersonService;

/**
 * Chooses one active person in scope, by typing part of the name, number or e-mail. Reads a page at a time, so that it
 * serves a directory of any size.
 */
public class PersonPicker extends ComboBox<PersonOption> {

    private final transient PersonService people;
    private final transient Scope scope;

    public PersonPicker(String label, PersonService people, Scope scope) {
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

    /** Chooses a person by id, also one who has left; null, or one out of scope, empties the field. */
    public void setPersonId(@Nullable Long id) {
        setValue(id == null ? null : people.option(scope, id).orElse(null));
    }

    /** The chosen person's id, or null. */
    public @Nullable Long getPersonId() {
        var chosen = getValue();
        return chosen == null ? null : chosen.id();
    }
}
