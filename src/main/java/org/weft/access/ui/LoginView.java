package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.weft.access.CurrentUser;
import org.weft.access.ui.SampleAccounts.SampleAccount;
import org.weft.base.ui.QueryState;

/** The way in. In the demonstration it shows whom one can be. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** In the address: how many seconds to wait after too many attempts. */
    static final String WAIT = "wait";

    private final transient CurrentUser currentUser;
    private final LoginForm form = new LoginForm();

    LoginView(CurrentUser currentUser, ObjectProvider<SampleAccounts> samples) {
        this.currentUser = currentUser;
        addClassName("weft-login");

        var mark = new Image("images/mark.svg", "");
        mark.addClassName("weft-login-mark");
        var brand = new Div(mark, new H1("Weft"), new Paragraph(getTranslation("access.login.claim")));
        brand.addClassName("weft-login-brand");

        form.setForgotPasswordButtonVisible(false);
        form.setAction("login");

        var panel = new Div(brand, form);
        panel.addClassName("weft-login-panel");
        add(panel);
        samples.ifAvailable(accounts -> panel.add(sampleCards(accounts)));
    }

    private Div sampleCards(SampleAccounts accounts) {
        var cards = new Div();
        cards.addClassName("weft-login-samples");
        cards.add(new H2(getTranslation("access.login.samples.title")));
        cards.add(new Paragraph(getTranslation("access.login.samples.text")));
        accounts.list().forEach(account -> cards.add(card(account)));
        return cards;
    }

    private Button card(SampleAccount account) {
        var name = new Span(account.name());
        name.addClassName("weft-login-sample-name");
        var role = new Span(getTranslation("role." + account.role().name()) + " · "
                + getTranslation("access.login.samples." + account.role().name()));
        role.addClassName("weft-login-sample-role");
        var words = new Div(name, role);
        words.addClassName("weft-login-sample-words");
        var button = new Button(words, event -> signInAs(account));
        button.addClassName("weft-login-sample");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setId("sample-" + account.username());
        return button;
    }

    /** Fills the form and sends it, so that a sample signs in by the same way as everybody. */
    private void signInAs(SampleAccount account) {
        form.getElement().executeJs("""
                        const field = name => this.querySelector(`[name="${name}"]`);
                        field('username').value = $0;
                        field('password').value = $1;
                        this.querySelector('[theme~="submit"], vaadin-button[slot="submit"]').click();""", account.username(), account.password());
    }

    /** @param wait seconds until the next attempt, if there were too many */
    private LoginI18n words(OptionalLong wait) {
        var words = LoginI18n.createDefault();
        var labels = words.getForm();
        labels.setTitle(getTranslation("access.login.title"));
        labels.setUsername(getTranslation("access.login.username"));
        labels.setPassword(getTranslation("access.login.password"));
        labels.setSubmit(getTranslation("access.login.submit"));
        var error = words.getErrorMessage();
        error.setTitle(getTranslation(wait.isPresent() ? "access.wait.title" : "access.login.wrong.title"));
        error.setMessage(
                wait.isPresent()
                        ? WaitingTime.words(this, Duration.ofSeconds(wait.getAsLong()))
                        : getTranslation("access.login.wrong.text"));
        error.setUsername(getTranslation("access.login.username.required"));
        error.setPassword(getTranslation("access.login.password.required"));
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
        }
        var wait = QueryState.of(event.getLocation()).getLong(WAIT);
        form.setI18n(words(wait));
        form.setError(wait.isPresent()
                || event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.login.page");
    }
}
