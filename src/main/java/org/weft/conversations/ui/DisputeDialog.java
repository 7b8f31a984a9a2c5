package org.weft.conversations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Map;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Tone;
import org.weft.conversations.ConfirmationService;
import org.weft.conversations.ConversationDetails;

/** Asks how it was instead. What was typed stays until it is sent; where the conversation was changed meanwhile, it says so. */
@StyleSheet("styles/conversations.css")
class DisputeDialog extends Dialog {

    private final TextArea words = new TextArea();
    private final Div notice = new Div();
    private final SerializableSupplier<ConversationDetails> latest;
    private final SerializableBiConsumer<Integer, String> send;
    private int version;

    /**
     * @param version the one that was read
     * @param latest the conversation as it stands, after somebody was faster
     * @param send takes the version that was read last and what was typed, or throws what is wrong with it
     */
    DisputeDialog(
            int version,
            SerializableSupplier<ConversationDetails> latest,
            SerializableBiConsumer<Integer, String> send) {
        this.version = version;
        this.latest = latest;
        this.send = send;
        addClassName("weft-conversations-dispute");
        setHeaderTitle(getTranslation("conversations.dispute.title"));
        setCloseOnOutsideClick(false);
        notice.addClassName("weft-banner");
        notice.getElement().setAttribute("role", "alert").setAttribute("data-tone", Tone.AMBER.css());
        notice.setVisible(false);
        words.setLabel(getTranslation("conversations.dispute.field"));
        words.setRequiredIndicatorVisible(true);
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.addValueChangeListener(event -> count());
        words.setMinRows(3);
        words.setWidthFull();
        words.setAutofocus(true);
        words.addClassName("weft-conversations-text");
        count();
        add(notice, new Paragraph(getTranslation("conversations.dispute.text")), words);
        var confirm = new Button(getTranslation("conversations.dispute.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            send();
            confirm.setEnabled(true);
        });
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), confirm);
    }

    private void count() {
        words.setHelperText(getTranslation(
                "conversations.field.length", words.getValue().length(), ConfirmationService.MAX_OBJECTION));
    }

    private void send() {
        try {
            if (Forms.save(() -> send.accept(version, words.getValue()), Map.of("objection", words))) {
                close();
            }
        } catch (StaleEditException e) {
            Errors.run(() -> tellStale(latest.get()));
        }
    }

    private void tellStale(ConversationDetails now) {
        version = now.version();
        notice.removeAll();
        notice.add(new Span(getTranslation("conversations.dispute.stale", now.exchanged())));
        notice.setVisible(true);
    }
}
