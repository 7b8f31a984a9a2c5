package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.progress.ProgressForm;
import org.weft.progress.SavedViewDraft;
import org.weft.progress.SavedViewRow;
import org.weft.progress.SavedViewService;
import org.weft.testing.ViewTest;

/** Ada and Alan in two cohorts; Alan's lead is a manager. */
class SavedViewsTest extends ViewTest {

    @Autowired
    SavedViewService service;

    long lead;
    long blue;

    @BeforeEach
    void people() {
        lead = fixture.person("The Lead");
        var cycle = fixture.cycle();
        blue = fixture.cohort(cycle, "Blue", null);
        fixture.figures(fixture.participant(blue, fixture.person("Ada Lovelace")), Map.of("live_count", 1));
        fixture.participant(
                fixture.cohort(cycle, "Amber", null),
                fixture.person("Alan", "Turing").manager(lead).add());
    }

    private void open(String query) {
        UI.getCurrent()
                .navigate(
                        ProgressNavigation.LIST,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private long save(String name, String query, @org.jspecify.annotations.Nullable Role role, boolean standard) {
        return service.add(new SavedViewDraft(name, ProgressForm.LIST, query, role, standard));
    }

    private List<Button> buttons(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(label) && button.isVisible())
                .toList();
    }

    private void press(String label) {
        test(buttons(label).getLast()).click();
    }

    private String menu() {
        return $(ViewMenu.class)
                .single()
                .getChildren()
                .filter(Component::isVisible)
                .filter(child -> !(child instanceof ChoicePopover))
                .map(child -> child.getElement().getTextRecursively())
                .toList()
                .toString();
    }

    private List<String> columns() {
        return $(ProgressGrid.class).single().getColumns().stream()
                .filter(column -> column.isVisible() && column.getKey() != null)
                .map(Grid.Column::getKey)
                .toList();
    }

    private int rows() {
        return test($(ProgressGrid.class).single()).size();
    }

    @Test
    void aViewSaysFilterSortAndColumnsAndTheAddressWhatDiffers() {
        signIn(Role.HR);
        var view = save("Blue ones", "cohort=" + blue + "&sort=-name&columns=name:200,progress", Role.HR, false);
        open("view=" + view);
        assertThat(menu()).isEqualTo("[Blue ones]");
        assertThat(columns()).containsExactly("name", "progress");
        assertThat(rows()).isEqualTo(1);

        open("view=" + view + "&cohort=");
        assertThat(rows()).isEqualTo(2);
        assertThat(menu()).isEqualTo("[Blue ones, changed, Save, Save as, Discard]");
        press("Discard");
        assertThat(rows()).isEqualTo(1);

        open("view=" + view + "&cohort=&columns=name,done");
        press("Save");
        assertThat(menu()).isEqualTo("[Blue ones]");
        assertThat(ProgressAddress.words(service.get(view).query()))
                .isEqualTo(Map.of("sort", "-name", "columns", "name,done"));
    }

    @Test
    void whatIsShownIsSavedUnderANameAndShared() {
        signIn(Role.HR);
        open("cohort=" + blue);
        assertThat(menu()).isEqualTo("[Everybody, Save as a view]");
        press("Save as a view");
        press("Save the view");
        var name = $(TextField.class).all().stream()
                .filter(field -> "Name".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(name.isInvalid()).isTrue();
        test(name).setValue("Blue ones");
        sharing().setValue(Optional.of(Role.MANAGER));
        press("Save the view");
        assertThat(menu()).isEqualTo("[Blue ones]");

        signIn(lead, Role.MANAGER);
        open("view=" + service.list(ProgressForm.LIST).getFirst().id());
        assertThat($(ProgressGrid.class).all())
                .as("nobody of the own line is in it")
                .isEmpty();
        open("level=front-line");
        press("Save as a view");
        assertThat($(RadioButtonGroup.class).all()).as("managers keep theirs").isEmpty();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Optional<Role>> sharing() {
        return $(RadioButtonGroup.class).single();
    }

    @Test
    void anAddressThatAsksForNothingOpensWhatTheRoleSeesFirst() {
        signIn(Role.HR);
        save("For managers", "columns=name", Role.MANAGER, true);
        open("");
        assertThat(menu()).isEqualTo("[Everybody]");

        signIn(lead, Role.MANAGER);
        open("");
        assertThat(menu()).isEqualTo("[For managers]");
        assertThat(columns()).containsExactly("name");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .anyMatch(
                        href -> href.contains("matrix?") && href.contains("view=all") && href.contains("columns=name"));

        $(ViewMenu.class).single().popover().open();
        views().setValue(Optional.empty());
        assertThat(menu()).isEqualTo("[Everybody]");
        assertThat(columns()).hasSize(12);
    }

    @SuppressWarnings("unchecked")
    private ListBox<Optional<SavedViewRow>> views() {
        return $(ListBox.class).last();
    }

    @Test
    void somebodyElsesViewIsNone() {
        signIn(Role.HR);
        var own = save("Mine", "columns=name", null, false);
        signIn(lead, Role.MANAGER);
        open("view=" + own);
        assertThat(menu()).isEqualTo("[Everybody]");
        assertThat(columns()).hasSize(12);
    }

    @Test
    void anOwnViewIsRenamedChosenAndDeleted() {
        signIn(Role.HR);
        var view = save("Blue ones", "cohort=" + blue, null, false);
        open("view=" + view);
        var popover = $(ViewMenu.class).single().popover();
        popover.open();
        press("Open it first for me");
        assertThat(service.standard(ProgressForm.LIST).orElseThrow().id()).isEqualTo(view);

        popover.open();
        press("Name and sharing");
        test($(TextField.class).all().stream()
                        .filter(field -> "Name".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue("Only blue");
        press("Save the view");
        assertThat(menu()).isEqualTo("[Only blue]");

        popover.open();
        press("Delete the view");
        press("Delete the view");
        assertThat(service.list(ProgressForm.LIST)).isEmpty();
        assertThat(menu()).isEqualTo("[Everybody, Save as a view]");
        assertThat(rows()).isEqualTo(1);
    }
}
