package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.weft.base.ui.Formats;
import org.weft.mail.UnreachableAddress;

/** Says that mail to a person came back and what the receiving server said, and offers to send there again. */
class ReturnedMail extends Div {

    ReturnedMail(UnreachableAddress address, Runnable tryAgain) {
        addClassName("weft-banner");
        getElement().setAttribute("data-tone", "amber");
        var since = Formats.of(this).date(address.since());
        var again = new Button(getTranslation("people.returned.again"), event -> tryAgain.run());
        again.addThemeVariants(ButtonVariant.SMALL);
        again.setDisableOnClick(true);
        var actions = new Div(again);
        actions.addClassName("weft-banner-actions");
        add(new Span(getTranslation("people.returned.text", since, address.answer())), actions);
    }
}
