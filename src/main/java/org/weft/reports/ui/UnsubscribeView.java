package org.weft.reports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import org.weft.base.ui.Errors;
import org.weft.reports.subscriptions.UnsubscribeService;

/** Where the link in a report's mail leads: its recipient ends the subscription for themselves, without signing in. */
@Route(value = ReportsNavigation.SUBSCRIPTION, autoLayout = false)
@AnonymousAllowed
class UnsubscribeView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient UnsubscribeService unsubscribe;
    private final Div panel = new Div();

    UnsubscribeView(UnsubscribeService unsubscribe) {
        this.unsubscribe = unsubscribe;
        addClassName("weft-login");
        panel.addClassName("weft-login-panel");
        add(panel);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        unsubscribe
                .find(token)
                .ifPresentOrElse(
                        ending -> ask(token, ending),
                        () -> show("reports.unsubscribe.dead.title", "reports.unsubscribe.dead.text"));
    }

    private void ask(String token, UnsubscribeService.Ending ending) {
        var end = new Button(getTranslation("reports.subscription.leave"));
        end.addThemeVariants(ButtonVariant.PRIMARY);
        end.setDisableOnClick(true);
        end.addClickListener(click -> {
            if (Errors.run(() -> unsubscribe.end(token))) {
                show("reports.unsubscribe.done.title", "reports.unsubscribe.done.text");
            }
        });
        show(
                "reports.unsubscribe.title",
                "reports.unsubscribe.text",
                getTranslation("report." + ending.kind().name()),
                new SubscriptionTimes(this).of(ending.timing()));
        panel.add(end);
    }

    private void show(String title, String text, Object... args) {
        panel.removeAll();
        var mark = new Image("images/mark.svg", "");
        mark.addClassName("weft-login-mark");
        panel.add(mark, new H1(getTranslation(title)), new Paragraph(getTranslation(text, args)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.unsubscribe.title");
    }
}
