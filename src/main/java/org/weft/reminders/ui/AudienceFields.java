package org.weft.reminders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;
import org.weft.people.ui.TeamPicker;
import org.weft.reminders.policy.PolicyAudience;
import org.weft.reminders.policy.PolicyChoices;

/** The fields that narrow about whom a policy speaks. A program leaves its own cohorts to choose from. */
class AudienceFields implements Serializable {

    private final Select<PolicyChoices.Program> program = new Select<>();
    private final Select<PolicyChoices.Cohort> cohort = new Select<>();
    private final TeamPicker team;
    private final Select<Level> level = new Select<>();
    private final LocationField location;
    private final transient List<PolicyChoices.Program> programs;
    private final transient List<PolicyChoices.Cohort> cohorts;

    AudienceFields(AudienceSource source) {
        programs = source.programs();
        cohorts = source.cohorts();
        team = source.team(words("base.team"));
        team.setPlaceholder(words("reminders.policy.team.all"));
        location = new LocationField(source.locations(), "reminders.policy.location.all");
        offer(program, "reminders.policy.program", "reminders.policy.program.all");
        program.setItemLabelGenerator(value -> value == null ? words("reminders.policy.program.all") : value.name());
        program.setItems(programs);
        program.addValueChangeListener(event -> offerCohorts());
        offer(cohort, "reminders.policy.cohort", "reminders.policy.cohort.all");
        cohort.setItemLabelGenerator(value -> value == null ? words("reminders.policy.cohort.all") : label(value));
        offer(level, "base.level", "reminders.policy.level.all");
        level.setItemLabelGenerator(
                value -> words(value == null ? "reminders.policy.level.all" : "level." + value.name()));
        level.setItems(Level.values());
        offerCohorts();
    }

    private static String words(String key) {
        return UI.getCurrentOrThrow().getTranslation(key);
    }

    private static void offer(Select<?> select, String label, String all) {
        select.setLabel(words(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words(all));
    }

    private String label(PolicyChoices.Cohort one) {
        var named = one.name() + " · " + one.cycle();
        return program.getValue() == null && programs.size() > 1 ? named + " · " + one.program() : named;
    }

    private void offerCohorts() {
        var chosen = cohort.getValue();
        var of = program.getValue();
        var offered = cohorts.stream()
                .filter(one -> of == null || one.programId() == of.id())
                .toList();
        cohort.setItems(offered);
        cohort.setValue(chosen != null && offered.contains(chosen) ? chosen : null);
    }

    /** The fields, to be put into the form. */
    List<Component> components() {
        return List.of(program, cohort, team, level, location);
    }

    PolicyAudience get() {
        var ofProgram = program.getValue();
        var ofCohort = cohort.getValue();
        return new PolicyAudience(
                ofProgram == null ? null : ofProgram.id(),
                ofCohort == null ? null : ofCohort.id(),
                team.getTeamId(),
                level.getValue(),
                location.getValue());
    }

    void set(PolicyAudience audience) {
        program.setValue(programs.stream()
                .filter(one -> Objects.equals(audience.programId(), one.id()))
                .findFirst()
                .orElse(null));
        cohort.setValue(cohort(audience.cohortId()));
        team.setTeamId(audience.teamId());
        level.setValue(audience.level());
        location.setValue(audience.location());
    }

    private PolicyChoices.@Nullable Cohort cohort(@Nullable Long id) {
        return cohorts.stream()
                .filter(one -> Objects.equals(id, one.id()))
                .findFirst()
                .orElse(null);
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of("programId", program, "cohortId", cohort, "teamId", team, "location", location);
    }
}
