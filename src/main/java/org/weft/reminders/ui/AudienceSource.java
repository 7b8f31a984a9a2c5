package org.weft.reminders.ui;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weft.people.TeamService;
import org.weft.people.ui.TeamPicker;
import org.weft.reminders.policy.HolidayService;
import org.weft.reminders.policy.PolicyChoices;

/** What the fields of an audience offer, for whoever is signed in. */
@Component
class AudienceSource {

    private final PolicyChoices choices;
    private final TeamService teams;
    private final HolidayService holidays;

    AudienceSource(PolicyChoices choices, TeamService teams, HolidayService holidays) {
        this.choices = choices;
        this.teams = teams;
        this.holidays = holidays;
    }

    List<PolicyChoices.Program> programs() {
        return choices.programs();
    }

    List<PolicyChoices.Cohort> cohorts() {
        return choices.cohorts();
    }

    TeamPicker team(String label) {
        return new TeamPicker(label, teams);
    }

    List<String> locations() {
        return holidays.locations();
    }

    /** The words for audiences, read once for a page. */
    AudienceWords words() {
        return new AudienceWords(choices.programs(), choices.cohorts(), teams.tree());
    }
}
