package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import org.weft.people.AddressService;

/** Says how many active people mail cannot reach, and offers what can be done about it. */
class MailGapBanner extends Div {

    private final transient AddressService addresses;
    private final Span words = new Span();
    private final Button give;

    /**
     * @param show lists those people
     * @param changed some of them have an address now
     */
    MailGapBanner(AddressService addresses, Runnable show, Runnable changed) {
        this.addresses = addresses;
        addClassName("weft-banner");
        getElement().setAttribute("data-tone", "amber");
        var list = new Button(getTranslation("people.address.show"), event -> show.run());
        list.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        give = new Button(getTranslation("people.address.give"), event -> new AddressDialog(addresses, changed).open());
        give.addThemeVariants(ButtonVariant.SMALL);
        var actions = new Div(list, give);
        actions.addClassName("weft-banner-actions");
        add(words, actions);
    }

    void refresh() {
        var without = addresses.without();
        var back = addresses.unreachable();
        var sentences = new ArrayList<String>();
        if (without > 0) {
            sentences.add(getTranslation("people.address.gap", without));
        }
        if (back > 0) {
            sentences.add(getTranslation("people.address.returned", back));
        }
        words.setText(String.join(" ", sentences));
        give.setVisible(without > 0);
        setVisible(!sentences.isEmpty());
    }
}
