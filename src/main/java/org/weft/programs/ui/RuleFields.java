package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.weft.base.InvalidInputException;
import org.weft.base.ui.DayField;
import org.weft.people.Level;
import org.weft.people.ui.TeamPicker;
import org.weft.programs.AudienceRule;

/** The fields for the conditions of a rule. Tells whoever listens when one of them changes. */
class RuleFields implements Serializable {

    private final FormLayout form;
    private final TeamPicker team;
    private final Select<Level> level = new Select<>();
    private final ComboBox<String> jobTitle;
    private final ComboBox<String> location;
    private final DayField joinedSince;

    RuleFields(FormLayout form, DirectoryPickers pickers, CandidateSource source, Runnable changed) {
        this.form = form;
        team = pickers.team(form.getTranslation("programs.rule.team"));
        level.setLabel(form.getTranslation("base.level"));
        level.setItems(Level.values());
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption(form.getTranslation("programs.level.all"));
        level.setItemLabelGenerator(
                value -> form.getTranslation(value == null ? "programs.level.all" : "level." + value.name()));
        jobTitle = words("programs.rule.jobTitle", source::jobTitles);
        jobTitle.setHelperText(form.getTranslation("programs.rule.pattern"));
        location = words("programs.rule.location", source::locations);
        joinedSince = new DayField(form.getTranslation("programs.rule.joinedSince"));
        joinedSince.setClearButtonVisible(true);
        team.addValueChangeListener(event -> changed.run());
        level.addValueChangeListener(event -> changed.run());
        jobTitle.addValueChangeListener(event -> changed.run());
        location.addValueChangeListener(event -> changed.run());
        joinedSince.addValueChangeListener(event -> changed.run());
    }

    /** The fields, to be put into the form. */
    List<Component> components() {
        return List.of(team, level, jobTitle, location, joinedSince);
    }

    /**
     * What is entered.
     *
     * @throws InvalidInputException if the day is none
     */
    AudienceRule checked() {
        joinedSince.read("ruleJoinedSince");
        return get();
    }

    /** What is entered, as far as it can be understood. */
    AudienceRule get() {
        return new AudienceRule(
                team.getTeamId(), level.getValue(), jobTitle.getValue(), location.getValue(), joinedSince.getValue());
    }

    void set(AudienceRule rule) {
        team.setTeamId(rule.teamId());
        level.setValue(rule.level());
        jobTitle.setValue(rule.jobTitle());
        location.setValue(rule.location());
        joinedSince.setValue(rule.joinedSince());
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of(
                "ruleTeamId", team,
                "ruleJobTitle", jobTitle,
                "ruleLocation", location,
                "ruleJoinedSince", joinedSince);
    }

    /** Offers what there is, and takes what is typed: a pattern is rarely among the offers. */
    private ComboBox<String> words(String label, BiFunction<String, Pageable, List<String>> offers) {
        var box = new ComboBox<String>(form.getTranslation(label));
        box.setAllowCustomValue(true);
        box.setClearButtonVisible(true);
        box.setItems((Query<String, @Nullable String> query) ->
                offers
                        .apply(query.getFilter().orElse(""), VaadinSpringDataHelpers.toSpringPageRequest(query))
                        .stream());
        box.addCustomValueSetListener(event -> box.setValue(event.getDetail().strip()));
        return box;
    }
}
