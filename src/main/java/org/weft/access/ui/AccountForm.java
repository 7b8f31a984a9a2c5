package org.weft.access.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.weft.access.AccountDraft;
import org.weft.access.ExecutiveReach;
import org.weft.access.PersonDirectory;
import org.weft.access.PersonDirectory.PersonRef;
import org.weft.access.Role;
import org.weft.base.Translations;

/** The fields of an account. */
class AccountForm extends FormLayout {

    private final transient PersonDirectory people;
    private final TextField username = new TextField(getTranslation("access.login.username"));
    private final TextField name = new TextField(getTranslation("access.account.name"));
    private final EmailField email = new EmailField(getTranslation("access.account.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("access.account.roles"));
    private final ComboBox<PersonRef> person = new ComboBox<>(getTranslation("access.account.person"));
    private final Select<ExecutiveReach> reach = new Select<>();
    private final Select<Locale> language = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("access.account.zone"));
    private final Checkbox active = new Checkbox(getTranslation("access.account.active"), true);

    AccountForm(PersonDirectory people, Translations translations, String defaultZone) {
        this.people = people;
        setAutoResponsive(true);
        setAutoRows(true);
        setMaxColumns(2);
        setExpandColumns(true);
        setExpandFields(true);

        username.setMaxLength(100);
        username.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        email.setMaxLength(320);
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.name()));
        roles.setRequiredIndicatorVisible(true);
        roles.addValueChangeListener(event -> reach.setVisible(event.getValue().contains(Role.EXECUTIVE)));

        person.setItems(
                query -> people.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        person.setItemLabelGenerator(ref -> ref.name() + " · " + ref.line());
        person.setHelperText(getTranslation("access.account.person.help"));
        person.setClearButtonVisible(true);
        person.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && name.isEmpty()) {
                name.setValue(event.getValue().name());
            }
        });

        reach.setLabel(getTranslation("access.account.reach"));
        reach.setItems(ExecutiveReach.values());
        reach.setItemLabelGenerator(value -> getTranslation("access.account.reach." + value.name()));
        reach.setValue(ExecutiveReach.WHOLE);
        reach.setVisible(false);

        language.setLabel(getTranslation("access.account.language"));
        language.setItems(translations.languages());
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        language.setValue(Locale.ENGLISH);

        zone.setItems(List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())));
        zone.setValue(defaultZone);
        zone.setRequiredIndicatorVisible(true);

        add(username, name, email, person, roles, reach, language, zone, active);
        setColspan(roles, 2);
    }

    void set(AccountDraft draft) {
        username.setValue(draft.username());
        name.setValue(draft.displayName());
        email.setValue(draft.email() == null ? "" : draft.email());
        roles.setValue(draft.roles());
        var personId = draft.personId();
        person.setValue(personId == null ? null : people.get(personId).orElse(null));
        reach.setValue(draft.reach());
        language.setValue(Translations.nearest(draft.language()));
        zone.setValue(draft.timeZone());
        active.setValue(draft.active());
    }

    AccountDraft get() {
        var chosen = person.getValue();
        return new AccountDraft(
                username.getValue(),
                name.getValue(),
                email.getValue(),
                roles.getValue(),
                chosen == null ? null : chosen.id(),
                reach.getValue(),
                language.getValue().getLanguage(),
                zone.getValue() == null ? "UTC" : zone.getValue(),
                active.getValue());
    }

    /** The fields by the property an {@link org.weft.base.InvalidInputException} names. */
    Map<String, HasValidationProperties> fields() {
        return Map.of("username", username, "displayName", name, "email", email, "roles", roles, "personId", person);
    }
}
