package org.weft.mail.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.weft.mail.MailSettings;

/** Says that no mail server is set and messages wait in the outbox. Shows nothing when one is. */
public class MailBanner extends Div {

    public MailBanner(MailSettings settings) {
        addClassName("weft-banner");
        getElement().setAttribute("role", "status").setAttribute("data-tone", "amber");
        add(new Span(getTranslation("mail.banner.text")));
        setVisible(!settings.configured());
    }

    /** Adds how a mail server is set, for those who can do so. */
    public MailBanner withAdvice() {
        add(new Span(getTranslation("mail.banner.advice")));
        return this;
    }
}
