package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;
import org.weft.base.ui.Errors;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Notifications;
import org.weft.people.AddressPattern;
import org.weft.people.AddressPreview;
import org.weft.people.AddressService;

/** Gives people without an address one by a pattern: shows who would get which, and gives them on request. */
class AddressDialog extends Dialog {

    private static final int SHOWN = 8;

    private final transient AddressService addresses;
    private final transient Runnable changed;
    private final TextField pattern = new TextField();
    private final Div outcome = new Div();
    private final Button give = new Button();
    private transient @Nullable AddressPreview preview;

    AddressDialog(AddressService addresses, Runnable changed) {
        this.addresses = addresses;
        this.changed = changed;
        addClassNames("weft-people-dialog", "weft-people-addresses");
        setHeaderTitle(getTranslation("people.address.title"));
        pattern.setLabel(getTranslation("people.address.pattern"));
        pattern.setPlaceholder(AddressPattern.EXAMPLE);
        pattern.setHelperText(getTranslation("people.address.help", AddressPattern.PLACEHOLDERS.toArray()));
        pattern.setMaxLength(200);
        pattern.setWidthFull();
        pattern.setAutofocus(true);
        pattern.setValueChangeMode(ValueChangeMode.LAZY);
        pattern.addValueChangeListener(event -> preview());
        outcome.addClassName("weft-people-addresses-outcome");
        outcome.getElement().setAttribute("role", "status");
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.setDisableOnClick(true);
        give.addClickListener(event -> give());
        add(new Paragraph(getTranslation("people.address.text", addresses.without())), pattern, outcome);
        getFooter().add(new Button(getTranslation("base.cancel"), event -> close()), give);
        show(null);
    }

    private void preview() {
        pattern.setInvalid(false);
        show(null);
        if (pattern.getValue().isBlank()) {
            return;
        }
        try {
            show(addresses.preview(pattern.getValue()));
        } catch (InvalidInputException e) {
            pattern.setErrorMessage(Errors.words(e));
            pattern.setInvalid(true);
        }
    }

    private void show(@Nullable AddressPreview shown) {
        preview = shown;
        outcome.removeAll();
        var count = shown == null ? 0 : shown.people().size();
        give.setText(getTranslation("people.address.confirm", count));
        give.setEnabled(count > 0);
        if (shown == null) {
            return;
        }
        var list = new UnorderedList();
        shown.people().stream().limit(SHOWN).forEach(entry -> list.add(line(entry)));
        outcome.add(list);
        if (count > SHOWN) {
            outcome.add(note("people.address.more", count - SHOWN));
        }
        if (shown.numbered() > 0) {
            outcome.add(note("people.address.numbered", shown.numbered()));
        }
        if (!shown.leftOut().isEmpty()) {
            var names = String.join(", ", shown.leftOut().stream().limit(SHOWN).toList());
            outcome.add(note("people.address.leftOut", shown.leftOut().size(), names));
        }
    }

    private static ListItem line(AddressPreview.Entry entry) {
        var name = new Span(entry.name());
        var address = new Span(entry.address());
        address.addClassName("weft-people-addresses-address");
        return new ListItem(name, address);
    }

    private Paragraph note(String key, Object... args) {
        var note = new Paragraph(getTranslation(key, args));
        note.addClassName("weft-sub");
        return note;
    }

    private void give() {
        var shown = preview;
        if (shown == null) {
            return;
        }
        try {
            var given = addresses.apply(shown);
            close();
            changed.run();
            Notifications.success(getTranslation("people.address.done", given));
        } catch (StaleEditException e) {
            preview();
            Notifications.warn(getTranslation("people.address.stale"));
        } catch (InvalidInputException e) {
            Forms.showError(e, Map.of("pattern", pattern));
        } catch (RuntimeException e) {
            Errors.show(e);
        } finally {
            give.setEnabled(preview != null && !preview.people().isEmpty());
        }
    }
}
