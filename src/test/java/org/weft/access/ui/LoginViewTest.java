package org.weft.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weft.testing.ViewTest;

class LoginViewTest extends ViewTest {

    private String told(String query) {
        UI.getCurrent().navigate("login", QueryParameters.fromString(query));
        var form = $(LoginForm.class).single();
        return form.isError() ? String.valueOf(form.getElement().getPropertyRaw("i18n")) : "";
    }

    @Test
    void afterTooManyAttemptsItSaysCalmlyHowLongToWait() {
        signOut();
        assertThat(told("wait=170"))
                .contains("Please wait a little")
                .contains("There were too many attempts that did not work. Try again in 3 minutes.");
        assertThat(told("wait=7")).contains("Try again in one minute.");
        assertThat(told("wait=999999999999")).contains("Try again in 60 minutes.");
        UI.getCurrent().setLocale(Locale.GERMAN);
        assertThat(told("wait=170")).contains("Versuchen Sie es in 3 Minuten noch einmal.");
    }

    @Test
    void aWrongPasswordIsToldAsBefore() {
        signOut();
        assertThat(told("error")).contains("That did not work");
        assertThat(told("")).isEmpty();
    }
}
