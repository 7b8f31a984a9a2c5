package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.SignInLinks;
import org.weft.testing.ViewTest;

class SetUpViewTest extends ViewTest {

    @Autowired
    SignInLinks links;

    @Test
    void theLinkInTheLogLeadsToTheFirstAdministrator() {
        signOut();
        var link = links.forFirstAdministrator().orElseThrow();
        navigate(SetUpView.class, link.substring(link.lastIndexOf('/') + 1));

        $(TextField.class).first().setValue("root");
        $(TextField.class).last().setValue("Grace Hopper");
        $(PasswordField.class).all().forEach(field -> field.setValue("a loom, a shuttle"));
        test($(Button.class).withText("Create the account").single()).click();

        assertThat($(H1.class).single().getText()).isEqualTo("Done");
        assertThat(fixture.count("account")).isEqualTo(1);
    }

    @Test
    void twoDifferentPasswordsAreNotAccepted() {
        signOut();
        var link = links.forFirstAdministrator().orElseThrow();
        navigate(SetUpView.class, link.substring(link.lastIndexOf('/') + 1));
        $(PasswordField.class).first().setValue("a loom, a shuttle");
        test($(Button.class).withText("Create the account").single()).click();

        assertThat($(PasswordField.class).last().isInvalid()).isTrue();
        assertThat(fixture.count("account")).isZero();
    }

    @Test
    void whoTriesManyLinksIsToldToWaitAndLooksNothingUp() {
        signOut();
        var link = links.forFirstAdministrator().orElseThrow();
        for (var attempt = 0; attempt < 10; attempt++) {
            navigate(SetUpView.class, "nonsense" + attempt);
        }
        navigate(SetUpView.class, link.substring(link.lastIndexOf('/') + 1));
        assertThat($(H1.class).single().getText()).isEqualTo("Please wait a little");
        clock.advance(Duration.ofMinutes(5));
        navigate(SetUpView.class, link.substring(link.lastIndexOf('/') + 1));
        assertThat($(H1.class).single().getText()).isEqualTo("Create the first administrator");
    }

    @Test
    void aDeadLinkSaysWhatToDo() {
        signOut();
        navigate(SetUpView.class, "nonsense");
        assertThat($(H1.class).single().getText()).isEqualTo("This link no longer works");
    }
}
