package org.weft.mail.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.weft.mail.MailSettings;

/** Says that no mail server is set and messages wait in the outbox. Shows nothing when one is. */
public class MailBanner extends Div {

    public MailBanner(MailSettings settings) {
        addClassName("weft-banner");
        getElement().setAttribute("role", "status").setAttribute("data-tone", "amber");
        add(new Span(getTranslation("mail.banner.text")));
        setVisible(!settings.configured());
    }

    /**
     * Adds what can be done about it.
     *
     * @param maySetUp whether its reader is one who sets the mail server
     */
    MailBanner withAdvice(boolean maySetUp) {
        if (maySetUp) {
            add(new RouterLink(getTranslation("mail.banner.setUp"), MailServerView.class));
        } else {
            add(new Span(getTranslation("mail.banner.advice")));
        }
        return this;
    }
}
