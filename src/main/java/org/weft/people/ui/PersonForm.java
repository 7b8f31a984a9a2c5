package org.weft.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.DayField;
import org.weft.people.Level;
import org.weft.people.LevelRules;
import org.weft.people.PersonDraft;
import org.weft.people.PersonName;
import org.weft.people.PersonService;
import org.weft.people.TeamService;

/** The fields of a person. */
class PersonForm extends FormLayout {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private final transient LevelRules rules;
    private final TextField number = new TextField();
    private final TextField givenName = new TextField();
    private final TextField familyName = new TextField();
    private final TextField email = new TextField();
    private final TextField jobTitle = new TextField();
    private final Select<Level> level = new Select<>();
    private final TeamPicker team;
    private final PersonPicker manager;
    private final TextField location = new TextField();
    private final ComboBox<String> timeZone = new ComboBox<>();
    private final ComboBox<String> language = new ComboBox<>();
    private final DayField joinedOn = new DayField();

    PersonForm(PersonService people, TeamService teams, LevelRules rules, Scope scope) {
        this.rules = rules;
        team = new TeamPicker(getTranslation("base.team"), teams);
        manager = new PersonPicker(getTranslation("people.manager"), people, scope);
        text(givenName, "people.givenName", PersonName.LENGTH);
        text(familyName, "people.familyName", PersonName.LENGTH);
        familyName.setRequiredIndicatorVisible(true);
        text(number, "people.number", 64);
        number.setRequiredIndicatorVisible(true);
        text(email, "people.email", 320);
        email.setHelperText(getTranslation("people.form.email.help"));
        text(jobTitle, "people.jobTitle", 200);
        jobTitle.addValueChangeListener(event -> explainLevel());
        text(location, "people.location", 150);
        level.setLabel(getTranslation("base.level"));
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setItemLabelGenerator(this::levelLabel);
        timeZone.setLabel(getTranslation("people.timeZone"));
        timeZone.setItems(ZONES);
        timeZone.setClearButtonVisible(true);
        timeZone.setPlaceholder(getTranslation("people.form.portal"));
        language.setLabel(getTranslation("people.language"));
        language.setItems(languages());
        language.setItemLabelGenerator(tag -> Locale.forLanguageTag(tag).getDisplayName(getLocale()));
        language.setClearButtonVisible(true);
        language.setPlaceholder(getTranslation("people.form.portal"));
        joinedOn.setLabel(getTranslation("people.joinedOn"));
        add(
                givenName,
                familyName,
                number,
                joinedOn,
                email,
                jobTitle,
                level,
                team,
                manager,
                location,
                language,
                timeZone);
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24rem", 2));
        setColspan(email, 2);
        setColspan(team, 2);
        setColspan(manager, 2);
        explainLevel();
    }

    private void text(TextField field, String key, int maxLength) {
        field.setLabel(getTranslation(key));
        field.setMaxLength(maxLength);
        field.setValueChangeMode(ValueChangeMode.EAGER);
    }

    private static List<String> languages() {
        return Stream.concat(Stream.of("en", "de"), Stream.of(Locale.getISOLanguages()))
                .distinct()
                .toList();
    }

    private String levelLabel(@Nullable Level value) {
        return value == null
                ? getTranslation(
                        "people.form.level.derived",
                        getTranslation("level." + derived().name()))
                : getTranslation("level." + value.name());
    }

    private Level derived() {
        return rules.levelOf(jobTitle.getValue());
    }

    /** The choice "as the rules say" names the level they give to the title as it stands. */
    private void explainLevel() {
        level.setEmptySelectionCaption(levelLabel(null));
    }

    void fill(PersonDraft draft) {
        number.setValue(draft.employeeNumber());
        givenName.setValue(draft.givenName());
        familyName.setValue(draft.familyName());
        email.setValue(orEmpty(draft.email()));
        jobTitle.setValue(orEmpty(draft.jobTitle()));
        level.setValue(draft.level());
        team.setTeamId(draft.teamId());
        manager.setPersonId(draft.managerId());
        location.setValue(orEmpty(draft.location()));
        choose(timeZone, draft.timeZone(), ZONES);
        choose(language, draft.language(), languages());
        joinedOn.setValue(draft.joinedOn());
    }

    /** A value an import brought may be none of those usually offered. */
    private static void choose(ComboBox<String> field, @Nullable String value, List<String> offered) {
        if (value != null && !offered.contains(value)) {
            field.setItems(Stream.concat(Stream.of(value), offered.stream()).toList());
        }
        field.setValue(value);
    }

    /** What stands in the fields, be it right or not. */
    PersonDraft typed() {
        return new PersonDraft(
                number.getValue(),
                givenName.getValue(),
                familyName.getValue(),
                orNull(email.getValue()),
                orNull(jobTitle.getValue()),
                level.getValue(),
                team.getTeamId(),
                manager.getPersonId(),
                orNull(location.getValue()),
                timeZone.getValue(),
                language.getValue(),
                joinedOn.getValue());
    }

    /** @throws InvalidInputException where the date field holds what is no date */
    PersonDraft draft() {
        joinedOn.read("joinedOn");
        return typed();
    }

    Map<String, HasValidationProperties> fields() {
        return Map.ofEntries(
                Map.entry("employeeNumber", number),
                Map.entry("givenName", givenName),
                Map.entry("familyName", familyName),
                Map.entry("email", email),
                Map.entry("jobTitle", jobTitle),
                Map.entry("teamId", team),
                Map.entry("managerId", manager),
                Map.entry("location", location),
                Map.entry("timeZone", timeZone),
                Map.entry("language", language),
                Map.entry("joinedOn", joinedOn));
    }

    void focusFirst() {
        givenName.focus();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
