package org.weft.programs.ui;

import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.people.PersonService;
import org.weft.people.TeamService;
import org.weft.people.ui.PersonPicker;
import org.weft.people.ui.TeamPicker;

/** Makes the fields in which dialogs of this feature choose people and teams, for whoever is signed in. */
@Component
class DirectoryPickers {

    private final PersonService people;
    private final TeamService teams;
    private final CurrentUser currentUser;

    DirectoryPickers(PersonService people, TeamService teams, CurrentUser currentUser) {
        this.people = people;
        this.teams = teams;
        this.currentUser = currentUser;
    }

    PersonPicker person(String label) {
        return new PersonPicker(label, people, currentUser.scope());
    }

    TeamPicker team(String label) {
        return new TeamPicker(label, teams);
    }
}
