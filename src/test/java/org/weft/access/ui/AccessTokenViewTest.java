package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.AccessTokenDraft;
import org.weft.access.AccessTokenRow;
import org.weft.access.AccessTokenService;
import org.weft.access.Role;
import org.weft.testing.ViewTest;

class AccessTokenViewTest extends ViewTest {

    @Autowired
    AccessTokenService tokens;

    private void signInForGood(Role role) {
        var account = signIn(role);
        fixture.account(account.id(), account.displayName(), null);
    }

    private void open(Role role) {
        signInForGood(role);
        navigate(AccessTokenView.class);
    }

    private void press(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    private String create(String name) {
        press("New token");
        name().setValue(name);
        press("Create token");
        var token = $(TextField.class).id(NewTokenDialog.TOKEN).getValue();
        press("Close");
        return token;
    }

    private TextField name() {
        return $(TextField.class).all().stream()
                .filter(field -> "What it is for".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<AccessTokenRow> grid() {
        return $view(Grid.class).single();
    }

    @Test
    void aTokenIsShownOnceAndThenOnlyListed() {
        open(Role.MANAGER);
        press("New token");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("New token");
        name().setValue("Power BI");
        @SuppressWarnings("unchecked")
        Select<Integer> days = $(Select.class).single();
        assertThat(days.getValue()).isEqualTo(30);
        days.setValue(365);
        press("Create token");

        var field = $(TextField.class).id(NewTokenDialog.TOKEN);
        assertThat(field.getValue()).startsWith("weft_");
        assertThat(field.isReadOnly()).isTrue();
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Token for Power BI");
        press("Close");
        assertThat($(TextField.class).all()).isEmpty();

        assertThat(test(grid()).size()).isEqualTo(1);
        var row = test(grid()).getRow(0);
        assertThat(row.name()).isEqualTo("Power BI");
        assertThat(row.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo("never used");
    }

    @Test
    void aTokenWithoutANameIsToldAtTheField() {
        open(Role.HR);
        press("New token");
        press("Create token");
        assertThat(name().isInvalid()).isTrue();
        assertThat(name().getErrorMessage()).isEqualTo("Say in at most 100 characters what it is for.");
        name().setValue("Script");
        press("Create token");
        assertThat(tokens.list()).hasSize(1);
    }

    @Test
    void revokingAsksFirst() {
        open(Role.EXECUTIVE);
        create("Old script");
        create("New script");
        assertThat(test(grid()).size()).isEqualTo(2);

        test(grid()).invokeLitRendererFunction(1, AccessTokenView.REVOKE, "revoke");
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Revoke token: Old script");
        press("Cancel");
        assertThat(tokens.list()).hasSize(2);
        test(grid()).invokeLitRendererFunction(1, AccessTokenView.REVOKE, "revoke");
        press("Revoke");
        assertThat(tokens.list()).extracting(AccessTokenRow::name).containsExactly("New script");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void whatHasExpiredSaysSo() {
        signInForGood(Role.HR);
        tokens.create(new AccessTokenDraft("Script", 30));
        clock.advance(Duration.ofDays(30));
        navigate(AccessTokenView.class);
        assertThat(test(grid()).getRow(0).expired()).isTrue();
        tokens.create(new AccessTokenDraft("Newer script", 30));
        assertThat(tokens.list()).extracting(AccessTokenRow::expired).containsExactly(false, true);
    }
}
