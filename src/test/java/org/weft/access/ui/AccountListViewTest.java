package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.AccountDraft;
import org.weft.access.AccountService;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.ui.StaleEditBanner;
import org.weft.testing.ViewTest;

class AccountListViewTest extends ViewTest {

    @Autowired
    AccountService accounts;

    @Test
    void anAdministratorAddsAnAccountAndGetsItsLink() {
        signIn(Role.ADMIN);
        navigate(AccountListView.class);
        test($(Button.class).withText("Add account").single()).click();
        field("Username").setValue("ada");
        field("Name").setValue("Ada Lovelace");
        roles().setValue(Set.of(Role.HR));
        test($(Button.class).withText("Save").single()).click();

        assertThat($(TextField.class).id("password-link").getValue()).startsWith("https://weft.example.com/setup/");
        assertThat(accounts.count("ada")).isEqualTo(1);
    }

    @Test
    void aWrongEntryIsSaidAtItsFieldAndNothingTypedIsLost() {
        signIn(Role.ADMIN);
        navigate(AccountListView.class);
        test($(Button.class).withText("Add account").single()).click();
        field("Username").setValue("ada lovelace");
        field("Name").setValue("Ada Lovelace");
        roles().setValue(Set.of(Role.HR));
        test($(Button.class).withText("Save").single()).click();

        assertThat(field("Username").isInvalid()).isTrue();
        field("Username").setValue("ada");
        $(EmailField.class).single().setValue("ada@example.com\nBcc: all@example.com");
        test($(Button.class).withText("Save").single()).click();
        assertThat($(EmailField.class).single().getErrorMessage()).contains("cannot contain a line break");
        $(EmailField.class).single().setValue("");
        field("Name").setValue("A".repeat(10_000));
        test($(Button.class).withText("Save").single()).click();
        assertThat(field("Name").isInvalid()).isTrue();
        field("Name").setValue("Ada Lovelace");
        assertThat(field("Name").getValue()).isEqualTo("Ada Lovelace");
        assertThat(accounts.count("")).isZero();
    }

    @Test
    void theSecondEditorIsToldAndKeepsWhatWasTyped() {
        signIn(Role.ADMIN);
        var id = accounts.create(draft("Ada Lovelace"));
        var view = navigate(AccountListView.class);
        @SuppressWarnings("unchecked")
        Grid<Object> grid = $view(Grid.class).single();
        test(grid).clickRow(0);
        field("Name").setValue("Ada, Countess of Lovelace");

        accounts.save(id, 0, draft("Ada Byron"));
        test($(Button.class).withText("Save").single()).click();

        assertThat($(Dialog.class).single().isOpened()).isTrue();
        assertThat($(StaleEditBanner.class).single().isVisible()).isTrue();
        assertThat($(StaleEditBanner.class).single().getElement().getTextRecursively())
                .contains("Ada Byron was changed by somebody else");
        assertThat(field("Name").getValue()).isEqualTo("Ada, Countess of Lovelace");
        test($(Button.class).withText("Save").single()).click();
        assertThat(accounts.find(id).orElseThrow().draft().displayName()).isEqualTo("Ada, Countess of Lovelace");
        assertThat(view.isAttached()).isTrue();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Role> roles() {
        return $(CheckboxGroup.class).single();
    }

    private static AccountDraft draft(String name) {
        return new AccountDraft("ada", name, null, Set.of(Role.HR), null, ExecutiveReach.WHOLE, "en", "UTC", true);
    }
}
