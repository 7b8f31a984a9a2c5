package org.weft.objectives.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.StaleEditBanner;
import org.weft.objectives.LibraryFilter;
import org.weft.objectives.LibraryService;
import org.weft.objectives.ObjectiveType;
import org.weft.people.Level;
import org.weft.testing.Address;
import org.weft.testing.ViewTest;

class LibraryViewTest extends ViewTest {

    @Autowired
    LibraryService library;

    @Test
    void managersReadTheLibraryAndChangeNothing() {
        signIn(Role.MANAGER);
        navigate(LibraryView.class);
        assertThat(test(grid()).size()).isEqualTo(80);
        assertThat($view(Button.class).withText("Add objective").exists()).isFalse();

        test(grid()).select(0);

        assertThat($view(TemplateCard.class).single().getElement().getTextRecursively())
                .contains("EX01", "Visit units outside your line", "3 visits", "45 days into the cycle");
        assertThat($view(TemplateEditor.class).exists()).isFalse();
        test(icon(TemplateCard.class)).click();
        assertThat($view(TemplateCard.class).exists()).isFalse();
    }

    @Test
    void filtersNarrowTheListAndLiveInTheAddress() {
        signIn(Role.HR);
        UI.getCurrent()
                .navigate("library", QueryParameters.fromString("level=manager&type=RELATIONSHIP&q=peer&sort=-code"));
        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).code()).isEqualTo("MG08");

        var search =
                $view(TextField.class).withClassName("weft-filter-bar-search").single();
        assertThat(Address.replacedBy(() -> search.setValue("")))
                .contains("level=MANAGER", "type=RELATIONSHIP", "sort=-code")
                .doesNotContain("q=");
        assertThat(test(grid()).size()).isEqualTo(5);
        assertThat(test(grid()).getRow(0).code()).isEqualTo("MG12");

        search.setValue("no such thing");
        assertThat(test(grid()).size()).isZero();
        assertThat($view(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No objective fits");
        test($(Button.class, $view(EmptyState.class).single()).single()).click();
        assertThat(test(grid()).size()).isEqualTo(80);
    }

    @Test
    void whatMeansNothingInTheAddressIsPassedOver() {
        signIn(Role.HR);
        UI.getCurrent()
                .navigate(
                        "library", QueryParameters.fromString("level=x&type=%27&state=y&objective=999999999&sort=-q"));
        assertThat(test(grid()).size()).isEqualTo(80);
        assertThat($view(TemplateEditor.class).exists()).isFalse();
    }

    @Test
    void hrAddsAnObjectiveAndFindsItOpen() {
        signIn(Role.HR);
        navigate(LibraryView.class);
        test($view(Button.class).withText("Add objective").single()).click();
        area("Objective").setValue("<b>Meet</b> somebody new");
        field("Code").setValue("new1");
        levels().setValue(Set.of(Level.TEAM_LEAD));
        number("Target").setValue(2);
        field("Unit").setValue("people");
        save("Add objective");

        var added = library.offered(Level.TEAM_LEAD).stream()
                .filter(row -> row.code().equals("NEW1"))
                .findFirst()
                .orElseThrow();
        assertThat(added.title()).isEqualTo("<b>Meet</b> somebody new");
        assertThat(notifications()).contains("Objective NEW1 added");
        assertThat($view(TemplateEditor.class).single().dirty()).isFalse();
    }

    @Test
    void badInputIsToldAtTheFieldAndNothingTypedIsLost() {
        signIn(Role.HR);
        navigate(LibraryView.class);
        test($view(Button.class).withText("Add objective").single()).click();
        area("Objective").setValue("Meet somebody new");
        field("Code").setValue("FL01");
        save("Add objective");
        assertThat(levels().isInvalid()).isTrue();
        assertThat(levels().getErrorMessage()).isEqualTo("Choose at least one level.");

        levels().setValue(Set.of(Level.TEAM_LEAD));
        field("Unit").setValue("people");
        for (var target : new int[] {0, -1}) {
            number("Target").setValue(target);
            save("Add objective");
            assertThat(number("Target").getErrorMessage()).isEqualTo("The target must be at least 1.");
        }
        number("Target").setValue(1);
        save("Add objective");
        assertThat(field("Code").getErrorMessage()).isEqualTo("The code FL01 is taken. Choose another.");
        assertThat(area("Objective").getValue()).isEqualTo("Meet somebody new");
        assertThat(library.count(LibraryFilter.ALL)).isEqualTo(80);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        var id = template();
        signIn(Role.HR);
        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        area("Objective").setValue("Mine");
        fixture.jdbc()
                .sql("update objective_template set title = 'Theirs', version = version + 1 where id = ?")
                .param(id)
                .update();
        save("Save");

        var banner = $view(StaleEditBanner.class).single();
        assertThat(banner.isVisible()).isTrue();
        assertThat(area("Objective").getValue()).isEqualTo("Mine");
        test($(Button.class, banner).withText("Show their values").single()).click();
        assertThat(area("Objective").getValue()).isEqualTo("Theirs");
        test($(Button.class, banner).withText("Back to mine").single()).click();
        save("Save");
        assertThat(library.get(id).draft().title()).isEqualTo("Mine");
    }

    @Test
    void whoRetiresWhatSomebodyChangedIsToldAndSeesItAsItIs() {
        var id = template();
        signIn(Role.HR);
        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        fixture.jdbc()
                .sql("update objective_template set title = 'Theirs', version = version + 1 where id = ?")
                .param(id)
                .update();
        save("Retire");
        assertThat(notifications()).contains("Somebody else changed this meanwhile");
        assertThat(library.get(id).retired()).isFalse();
        assertThat(area("Objective").getValue()).isEqualTo("Theirs");
        save("Retire");
        assertThat(library.get(id).retired()).isTrue();
    }

    @Test
    void anotherRowAsksBeforeWhatWasTypedIsDiscarded() {
        var id = template();
        signIn(Role.HR);
        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        area("Objective").setValue("Typed");
        UI.getCurrent().navigate("");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Discard what you typed?");
        test($(Button.class, $(Dialog.class).single()).withText("Cancel").single())
                .click();
        assertThat(area("Objective").getValue()).isEqualTo("Typed");
    }

    @Test
    void hrCopiesRetiresAndBringsBack() {
        var id = template();
        signIn(Role.HR);
        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        test($view(Button.class).withText("Copy").single()).click();
        assertThat(field("Code").getValue()).isEqualTo("X1-2");
        save("Add objective");
        assertThat(library.count(LibraryFilter.ALL)).isEqualTo(82);

        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        test($view(Button.class).withText("Retire").single()).click();
        assertThat(library.get(id).retired()).isTrue();
        assertThat($view(TemplateEditor.class).exists()).isFalse();
        assertThat(Address.replacedBy(() -> state().setValue(true))).isEqualTo("library?state=retired");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(grid()).select(0);
        test($view(Button.class).withText("Bring back").single()).click();
        assertThat(library.get(id).retired()).isFalse();
    }

    @Test
    void germanIsWhole() {
        var id = template();
        signIn(Role.HR);
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().navigate("library", QueryParameters.of("objective", String.valueOf(id)));
        assertThat($view(H1.class).single().getText()).isEqualTo("Bibliothek");
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("81 Ziele")
                .doesNotContain("objectives.");
        assertThat($view(TemplateEditor.class).single().getElement().getTextRecursively())
                .contains("Ausmustern", "Kopieren")
                .doesNotContain("objectives.");
    }

    private long template() {
        return fixture.template("X1", "FRONT_LINE", 3);
    }

    private TemplateGrid grid() {
        return $view(TemplateGrid.class).single();
    }

    private TextArea area(String label) {
        return $view(TextArea.class)
                .withCondition(area -> label.equals(area.getLabel()))
                .single();
    }

    private TextField field(String label) {
        return $view(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private IntegerField number(String label) {
        return $view(IntegerField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Level> levels() {
        return $view(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Boolean> state() {
        return $view(Select.class)
                .withCondition(select -> Boolean.FALSE.equals(select.getValue()))
                .single();
    }

    private void save(String label) {
        test($(Button.class, $view(TemplateEditor.class).single())
                        .withText(label)
                        .single())
                .click();
    }

    private Button icon(Class<? extends com.vaadin.flow.component.Component> panel) {
        return $(Button.class, $view(panel).single())
                .withCondition(button -> button.getAriaLabel().isPresent())
                .single();
    }

    private String notifications() {
        return $(Notification.class).all().stream()
                .map(notification -> notification.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    @Test
    void typesAreSortedAndShownInWords() {
        signIn(Role.HR);
        UI.getCurrent().navigate("library", QueryParameters.fromString("sort=type"));
        assertThat(test(grid()).getRow(0).type()).isEqualTo(ObjectiveType.BIG_PICTURE);
        assertThat(test(grid()).getCellText(0, test(grid()).getColumnPosition("type")))
                .isEqualTo("Big picture");
    }
}
