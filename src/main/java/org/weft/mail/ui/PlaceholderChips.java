package org.weft.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Placeholders to choose from. One that is pressed comes to stand where the cursor is in the field, as if it had been typed. */
public class PlaceholderChips extends Div {

    private final Span words = new Span();
    private final Div chips = new Div();
    private List<String> offered = List.of();

    public PlaceholderChips() {
        addClassName("weft-mail-chips");
        getElement().setAttribute("role", "group");
        words.addClassName("weft-mail-chips-words");
        chips.addClassName("weft-mail-chips-row");
        add(words, chips);
        addAttachListener(attached -> listen());
    }

    /**
     * Offers placeholders for a field.
     *
     * @param field a text field or text area on the same page
     * @param label says what a press does, such as "Insert into Subject"
     * @param placeholders as they are written, braces included
     */
    public void offer(Component field, String label, List<String> placeholders) {
        words.setText(label);
        getElement().setAttribute("aria-label", label);
        getElement().executeJs("this.field = $0", field.getElement());
        if (!offered.equals(placeholders)) {
            offered = List.copyOf(placeholders);
            chips.removeAll();
            offered.forEach(placeholder -> chips.add(chip(placeholder)));
        }
    }

    private static Button chip(String placeholder) {
        var chip = new Button(placeholder);
        chip.addThemeVariants(ButtonVariant.SMALL);
        return chip;
    }

    /** In the browser alone, so that the next key goes into the field; a press of the mouse leaves the cursor there. */
    private void listen() {
        getElement().executeJs("""
                if (this.listens) {
                  return;
                }
                this.listens = true;
                this.addEventListener('mousedown', press => press.preventDefault());
                this.addEventListener('click', press => {
                  const chip = press.target.closest('vaadin-button');
                  const field = this.field && this.field.inputElement;
                  if (chip && field) {
                    field.setRangeText(chip.textContent, field.selectionStart, field.selectionEnd, 'end');
                    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                    this.field.focus();
                  }
                });""");
    }
}
