package org.weft.people.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.ui.DayField;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.StaleEditBanner;
import org.weft.people.Level;
import org.weft.people.PersonDraft;
import org.weft.people.PersonService;
import org.weft.people.ReportingLines;
import org.weft.people.TeamDraft;
import org.weft.people.TeamKind;
import org.weft.people.TeamService;
import org.weft.testing.ViewTest;

class PeopleListViewTest extends ViewTest {

    private static final Scope ALL = new Scope.Everybody();

    @Autowired
    PersonService people;

    @Autowired
    TeamService teams;

    @Autowired
    ReportingLines lines;

    @Test
    void anEmptyDirectorySaysWhatToDo() {
        signIn(Role.HR);
        navigate(PeopleListView.class);
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody is here yet", "Import people");
        assertThat($view(MailGapBanner.class).exists()).isFalse();
    }

    @Test
    void filtersLiveInTheAddressAndNarrowTheList() {
        var team = fixture.team("Research");
        fixture.person("Ada", "Lovelace").team(team).level("MANAGER").add();
        fixture.person("Alan", "Turing").team(team).email(null).add();
        fixture.person("Grace", "Hopper").inactive().add();
        signIn(Role.HR);
        UI.getCurrent().navigate("people", QueryParameters.fromString("team=" + team + "&level=manager&sort=-name"));
        assertThat(test(grid()).size()).isOne();
        assertThat(test(grid()).getRow(0).name()).isEqualTo("Ada Lovelace");

        UI.getCurrent().navigate("people", QueryParameters.fromString("email=none"));
        assertThat($view(Checkbox.class).single().getValue()).isTrue();
        assertThat(test(grid()).getRow(0).name()).isEqualTo("Alan Turing");

        UI.getCurrent().navigate("people", QueryParameters.fromString("state=left"));
        assertThat(test(grid()).getRow(0).name()).isEqualTo("Grace Hopper");

        UI.getCurrent().navigate("people", QueryParameters.fromString("q=nobody&team=x&level=%27&person=999&sort=-q"));
        assertThat(test(grid()).size()).isZero();
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("Nobody fits");
    }

    @Test
    void whoseMailComesBackIsToldAndTriedAgain() {
        var ada = fixture.person("Ada", "Lovelace").email("Ada@example.com").add();
        fixture.person("Alan", "Turing").add();
        fixture.jdbc().sql("""
                        insert into unreachable_address (address, since, answer)
                        values ('ada@example.com', timestamp with time zone '2026-11-10 09:00:00Z', '550 No <b>Ada</b>')""").update();
        signIn(Role.HR);
        UI.getCurrent().navigate("people", QueryParameters.fromString("email=none&person=" + ada));
        assertThat($view(MailGapBanner.class).single().getElement().getTextRecursively())
                .contains("Mail to one active person came back")
                .doesNotContain("no e-mail address");
        assertThat(test(grid()).size()).isOne();
        assertThat($view(ReturnedMail.class).single().getElement().getTextRecursively())
                .contains("Nov 10, 2026", "550 No <b>Ada</b>");
        click("Send there again");
        assertThat(notifications()).contains("Mail goes to Ada Lovelace again.");
        assertThat($view(ReturnedMail.class).exists()).isFalse();
        assertThat($view(MailGapBanner.class).exists()).isFalse();
    }

    @Test
    void hrAddsSomebodyAndFindsThemOpen() {
        signIn(Role.HR);
        navigate(PeopleListView.class);
        click("Add person");
        field("Given name").setValue("Ada");
        field("Family name").setValue("<b>Lovelace</b> =cmd()");
        field("Number").setValue("17");
        field("Job title").setValue("Head of Research");
        save("Add person");

        assertThat(notifications()).contains("Ada <b>Lovelace</b> =cmd() is in the directory.");
        assertThat($view(PersonEditor.class).single().dirty()).isFalse();
        assertThat(test(grid()).getRow(0).level()).isEqualTo(Level.MANAGER);
        assertThat(test(grid()).getRow(0).name()).isEqualTo("Ada <b>Lovelace</b> =cmd()");
    }

    @Test
    void badInputIsToldAtItsFieldAndNothingTypedIsLost() {
        fixture.person("Grace", "Hopper").add();
        var taken = fixture.jdbc()
                .sql("select employee_number from person")
                .query(String.class)
                .single();
        signIn(Role.HR);
        navigate(PeopleListView.class);
        click("Add person");
        field("Given name").setValue("Ada");
        save("Add person");
        assertThat(field("Family name").getErrorMessage()).isEqualTo("Enter the name.");
        field("Family name").setValue("Lovelace");
        field("Number").setValue(taken);
        field("E-mail").setValue("ada@");
        save("Add person");
        assertThat(field("E-mail").isInvalid()).isTrue();
        field("E-mail").setValue("");
        save("Add person");
        assertThat(field("Number").getErrorMessage()).contains("belongs to somebody else");
        assertThat(field("Given name").getValue()).isEqualTo("Ada");
        assertThat(fixture.count("person")).isOne();
    }

    @Test
    void theSecondEditorIsToldAndKeepsWhatWasTyped() {
        var id = fixture.person("Ada", "Lovelace").add();
        signIn(Role.HR);
        open(id);
        field("Location").setValue("Berlin");
        change(id, "Byron");

        save("Save");
        assertThat($view(StaleEditBanner.class).single().getElement().getTextRecursively())
                .contains("Ada Byron was changed by somebody else");
        assertThat(field("Location").getValue()).isEqualTo("Berlin");
        test($(Button.class, $view(StaleEditBanner.class).single())
                        .withText("Show their values")
                        .single())
                .click();
        assertThat(field("Family name").getValue()).isEqualTo("Byron");
        test($(Button.class, $view(StaleEditBanner.class).single())
                        .withText("Back to mine")
                        .single())
                .click();
        assertThat(field("Location").getValue()).isEqualTo("Berlin");
        save("Save");
        assertThat(people.get(ALL, id).draft().location()).isEqualTo("Berlin");
    }

    @Test
    void impossibleInputIsToldAtItsFieldAndChangesNothing() {
        var boss = fixture.person("Alan", "Turing").add();
        var id = fixture.person("Ada", "Lovelace").add();
        fixture.jdbc()
                .sql("update person set manager_id = ? where id = ?")
                .params(id, boss)
                .update();
        lines.rebuild();
        signIn(Role.HR);
        open(id);
        field("Family name").setValue("L".repeat(10_000));
        save("Save");
        assertThat(field("Family name").getErrorMessage()).contains("At most", "10,000");
        assertThat(field("Family name").getValue()).hasSize(10_000);
        field("Family name").setValue("Lovelace");
        field("E-mail").setValue("ada@example.com\nBcc: all@example.com");
        save("Save");
        assertThat(field("E-mail").getErrorMessage()).contains("cannot contain a line break");
        field("E-mail").setValue("ada@example.com");
        typeNoDate(joined());
        save("Save");
        assertThat(joined().getErrorMessage()).isEqualTo("This is no date. Check day and month.");
        joined().setValue(LocalDate.of(1066, 10, 14));
        for (var again = 0; again < 2; again++) {
            save("Save");
            assertThat(joined().getErrorMessage()).isEqualTo("Choose a date between 1900 and 2199.");
        }
        joined().setValue(null);
        $view(PersonPicker.class).withLabel("Manager").single().setPersonId(boss);
        save("Save");
        assertThat($view(PersonPicker.class).withLabel("Manager").single().getErrorMessage())
                .contains("That would be a circle", "Alan Turing");
        assertThat(fixture.row("person", id))
                .containsEntry("family_name", "Lovelace")
                .containsEntry("version", 0);
    }

    @Test
    void whoMarksSomebodyAsLeftAfterAChangeIsToldAndKeepsTheDay() {
        var id = fixture.person("Ada", "Lovelace").add();
        signIn(Role.HR);
        open(id);
        click("Mark as left");
        $(DayField.class, $(Dialog.class).single()).single().setValue(LocalDate.of(2026, 11, 1));
        change(id, "Byron");
        test($(Button.class, $(Dialog.class).single()).withText("Mark as left").single())
                .click();
        assertThat(notifications()).contains("was changed by somebody else");
        assertThat(people.get(ALL, id).active()).isTrue();
        assertThat($(DayField.class, $(Dialog.class).single()).single().getValue())
                .isEqualTo(LocalDate.of(2026, 11, 1));
        test($(Button.class, $(Dialog.class).single()).withText("Mark as left").single())
                .click();
        assertThat(people.get(ALL, id).leftOn()).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void nobodyIsMarkedAsLeftOverUnsavedWords() {
        var id = fixture.person("Ada", "Lovelace").add();
        signIn(Role.HR);
        open(id);
        field("Location").setValue("Berlin");
        click("Mark as left");
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(notifications()).contains("Save what you typed first");
        assertThat(field("Location").getValue()).isEqualTo("Berlin");
    }

    @Test
    void whoLeavesIsAskedAboutAndMayComeBack() {
        var id = fixture.person("Ada", "Lovelace").add();
        fixture.person("Alan", "Turing").manager(id).add();
        signIn(Role.HR);
        open(id);
        click("Mark as left");
        var dialog = $(Dialog.class).single();
        assertThat(dialog.getElement().getTextRecursively()).contains("One active person reports to them");
        assertThat(people.get(ALL, id).active()).isTrue();
        test($(Button.class, dialog).withText("Mark as left").single()).click();
        assertThat(people.get(ALL, id).active()).isFalse();
        assertThat(notifications()).contains("Ada Lovelace is marked as left.");
        click("Make active again");
        assertThat(people.get(ALL, id).active()).isTrue();
    }

    @Test
    void leavingWithUnsavedWorkAsks() {
        var id = fixture.person("Ada", "Lovelace").add();
        signIn(Role.HR);
        open(id);
        field("Location").setValue("Berlin");
        click("Add person");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Leave without saving?");
        assertThat($view(PersonEditor.class).single().dirty()).isTrue();
        test($(Button.class).withText("Discard changes").single()).click();
        assertThat($view(H2.class).withText("New person").exists()).isTrue();
    }

    @Test
    void addressesAreShownBeforeTheyAreGiven() {
        var id = fixture.person("Jörg", "Müller").email(null).add();
        fixture.person("Other", "Mueller").email("joerg.mueller@example.com").add();
        signIn(Role.HR);
        navigate(PeopleListView.class);
        assertThat($view(MailGapBanner.class).single().getElement().getTextRecursively())
                .contains("One active person has no e-mail address");
        click("Give addresses");
        var pattern = $(TextField.class).withLabel("Pattern").single();
        pattern.setValue("{first}.{birthday}@example.com");
        assertThat(pattern.getErrorMessage()).contains("There is no placeholder {birthday}");
        pattern.setValue("{first}.{last}@example.com");
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Jörg Müller", "joerg.mueller2@example.com", "One of them gets a number");
        assertThat(people.get(ALL, id).draft().email()).isNull();
        test($(Button.class).withText("Give one address").single()).click();
        assertThat(people.get(ALL, id).draft().email()).isEqualTo("joerg.mueller2@example.com");
        assertThat($view(MailGapBanner.class).exists()).isFalse();
    }

    @Test
    void teamsAreAddedMovedAndGivenALeader() {
        var lead = fixture.person("Ada", "Lovelace").add();
        signIn(Role.HR);
        navigate(PeopleListView.class);
        click("Teams");
        test($(Button.class).withText("Add team").all().getLast()).click();
        $(TextField.class).withLabel("Name").single().setValue("Research");
        $(PersonPicker.class).withLabel("Led by").single().setPersonId(lead);
        assertThat($(Select.class).withLabel("Kind").single().getValue()).hasToString("DEPARTMENT");
        test($(Button.class, $(TeamEditor.class).single()).withText("Add team").single())
                .click();
        assertThat(notifications()).contains("Team Research added.");
        var id = fixture.jdbc()
                .sql("select id from team where name = 'Research'")
                .query(Long.class)
                .single();
        assertThat(fixture.row("team", id)).containsEntry("leader_id", lead).containsEntry("kind", "DEPARTMENT");
        assertThat($(ComboBox.class).withLabel("Stands below").single().getValue())
                .isNull();
    }

    @Test
    void theSecondEditorOfATeamIsToldAndKeepsWhatWasTyped() {
        var id = fixture.team("Research");
        signIn(Role.HR);
        navigate(PeopleListView.class);
        click("Teams");
        @SuppressWarnings("unchecked")
        Grid<Object> tree = $(Grid.class, $(Dialog.class).single()).single();
        test(tree).select(0);
        var name = $(TextField.class).withLabel("Name").single();
        name.setValue("Applied research");
        teams.save(id, 0, new TeamDraft("Pure research", TeamKind.TEAM, null, null));
        var save =
                $(Button.class, $(TeamEditor.class).single()).withText("Save").single();
        test(save).click();
        assertThat($(StaleEditBanner.class, $(TeamEditor.class).single())
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Pure research was changed by somebody else");
        assertThat(name.getValue()).isEqualTo("Applied research");
        test(save).click();
        assertThat(teams.get(id).draft().name()).isEqualTo("Applied research");

        $(TextField.class).withLabel("Name").single().setValue("Half a thought");
        test($(Button.class).withText("Add team").single()).click();
        assertThat($(Dialog.class).all().getLast().getHeaderTitle()).isEqualTo("Leave without saving?");
        assertThat($(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Half a thought");
    }

    private DayField joined() {
        return $view(DayField.class).single();
    }

    private void open(long id) {
        UI.getCurrent().navigate("people", QueryParameters.of("person", String.valueOf(id)));
    }

    private void change(long id, String family) {
        var person = people.get(ALL, id);
        var draft = person.draft();
        people.save(
                ALL,
                id,
                person.version(),
                new PersonDraft(
                        draft.employeeNumber(),
                        draft.givenName(),
                        family,
                        draft.email(),
                        draft.jobTitle(),
                        draft.level(),
                        draft.teamId(),
                        draft.managerId(),
                        draft.location(),
                        draft.timeZone(),
                        draft.language(),
                        draft.joinedOn()));
    }

    private PersonGrid grid() {
        return $view(PersonGrid.class).single();
    }

    private TextField field(String label) {
        return $view(TextField.class).withLabel(label).single();
    }

    private void click(String text) {
        test($view(Button.class).withText(text).single()).click();
    }

    private void save(String text) {
        test($(Button.class, $view(PersonEditor.class).single()).withText(text).single())
                .click();
    }

    private String notifications() {
        return $(Notification.class).all().stream()
                .map(notification -> notification.getElement().getTextRecursively())
                .reduce("", (all, one) -> all + one + "\n");
    }
}
