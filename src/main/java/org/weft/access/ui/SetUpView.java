package org.weft.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.Map;
import org.weft.access.SignInLinks;
import org.weft.access.SignInLinks.OpenLink;
import org.weft.access.SignInLinks.Purpose;
import org.weft.access.SignInThrottle;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.ui.Forms;

/** Where a one-time link leads: create the first administrator, or choose a password. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetUpView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient SignInLinks links;
    private final transient SignInThrottle throttle;
    private final Div panel = new Div();

    SetUpView(SignInLinks links, SignInThrottle throttle) {
        this.links = links;
        this.throttle = throttle;
        addClassName("weft-login");
        panel.addClassName("weft-login-panel");
        add(panel);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        panel.removeAll();
        var mark = new Image("images/mark.svg", "");
        mark.addClassName("weft-login-mark");
        panel.add(mark);
        var address = VaadinRequest.getCurrent().getRemoteAddr();
        throttle.link(address)
                .ifPresentOrElse(
                        this::showWait,
                        () -> links.find(token)
                                .ifPresentOrElse(
                                        link -> {
                                            throttle.linkWorked(address);
                                            show(token, link);
                                        },
                                        this::showDead));
    }

    private void showWait(Duration wait) {
        panel.add(
                new H1(getTranslation("access.wait.title")),
                new Paragraph(WaitingTime.words(this, wait)),
                new Anchor("login", getTranslation("access.setup.to.login")));
    }

    private void showDead() {
        panel.removeAll();
        panel.add(
                new H1(getTranslation("access.setup.dead.title")),
                new Paragraph(getTranslation("access.setup.dead.text")),
                new Anchor("login", getTranslation("access.setup.to.login")));
    }

    private void show(String token, OpenLink link) {
        var first = link.purpose() == Purpose.FIRST_ADMIN;
        var username = new TextField(getTranslation("access.login.username"));
        var name = new TextField(getTranslation("access.account.name"));
        var password = new PasswordField(getTranslation("access.login.password"));
        password.setHelperText(getTranslation("access.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
        var again = new PasswordField(getTranslation("access.password.again"));
        again.getElement().setAttribute("autocomplete", "new-password");
        var runsPrograms = new Checkbox(getTranslation("access.setup.hr"), true);
        var done = new Button(getTranslation(first ? "access.setup.create" : "access.setup.set"));
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.setDisableOnClick(true);

        var form = new Div();
        form.addClassName("weft-login-fields");
        if (first) {
            form.add(username, name, password, again, runsPrograms, done);
            username.focus();
        } else {
            form.add(password, again, done);
            password.focus();
        }
        panel.add(
                new H1(getTranslation(first ? "access.setup.first.title" : "access.setup.password.title")),
                new Paragraph(
                        first
                                ? getTranslation("access.setup.first.text")
                                : getTranslation("access.setup.password.text", link.displayName())),
                form);

        done.addClickListener(click -> {
            again.setInvalid(false);
            if (!password.getValue().equals(again.getValue())) {
                again.setErrorMessage(getTranslation("access.password.differs"));
                again.setInvalid(true);
                done.setEnabled(true);
                return;
            }
            try {
                if (first) {
                    links.createFirstAdministrator(
                            token,
                            username.getValue(),
                            name.getValue(),
                            password.getValue(),
                            getLocale().getLanguage(),
                            runsPrograms.getValue());
                } else {
                    links.setPassword(token, password.getValue());
                }
                showDone();
            } catch (InvalidInputException e) {
                Forms.showError(e, Map.of("username", username, "displayName", name, "password", password));
                done.setEnabled(true);
            } catch (NotFoundException e) {
                showDead();
            }
        });
    }

    private void showDone() {
        panel.removeAll();
        Component login = new Anchor("login", getTranslation("access.setup.to.login"));
        panel.add(
                new H1(getTranslation("access.setup.done.title")),
                new Paragraph(getTranslation("access.setup.done.text")),
                login);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.setup.page");
    }
}
