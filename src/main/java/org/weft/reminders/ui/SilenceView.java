package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.concurrent.atomic.AtomicBoolean;
import org.weft.base.ui.Forms;
import org.weft.reminders.policy.SilenceService;

/** Where the link in a mail leads: its recipient chooses what to be reminded of, without signing in. */
@Route(value = PoliciesNavigation.SILENCE, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/reminders.css")
class SilenceView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient SilenceService silence;
    private final Div panel = new Div();

    SilenceView(SilenceService silence) {
        this.silence = silence;
        addClassName("weft-login");
        panel.addClassNames("weft-login-panel", "weft-silence");
        add(panel);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        show();
        silence.find(token).ifPresentOrElse(chooser -> choose(token, chooser), this::showDead);
    }

    private void show() {
        panel.removeAll();
        var mark = new Image("images/mark.svg", "");
        mark.addClassName("weft-login-mark");
        panel.add(mark);
    }

    private void showDead() {
        show();
        panel.add(
                new H1(getTranslation("reminders.silence.dead.title")),
                new Paragraph(getTranslation("reminders.silence.dead.text")));
    }

    private void choose(String token, SilenceService.Chooser chooser) {
        var form = new SilenceForm(chooser);
        var save = new Button(getTranslation("base.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            var known = new AtomicBoolean();
            if (Forms.save(() -> known.set(silence.save(token, form.get())), form.fields())) {
                if (known.get()) {
                    showDone(token);
                } else {
                    showDead();
                }
            }
            save.setEnabled(true);
        });
        panel.add(
                new H1(getTranslation("reminders.silence.title", chooser.givenName())),
                new Paragraph(getTranslation("reminders.silence.text")),
                form,
                save);
    }

    private void showDone(String token) {
        show();
        panel.add(
                new H1(getTranslation("reminders.silence.done.title")),
                new Paragraph(getTranslation("reminders.silence.done.text")),
                new Button(getTranslation("reminders.silence.again"), click -> {
                    show();
                    silence.find(token).ifPresentOrElse(chooser -> choose(token, chooser), this::showDead);
                }));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.silence.page");
    }
}
