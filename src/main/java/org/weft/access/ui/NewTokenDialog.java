package org.weft.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import org.weft.base.ui.Notifications;

/** Shows a token, for the only time. Closes by its button alone: a click beside it would lose the token. */
class NewTokenDialog extends Dialog {

    static final String TOKEN = "new-token";

    /** A browser lets pages write to the clipboard over HTTPS only; elsewhere the marked text is copied the old way. */
    private static final String COPY = """
            const field = $1;
            if (navigator.clipboard) {
              return navigator.clipboard.writeText($0).then(() => true, () => false);
            }
            field.inputElement.focus();
            field.inputElement.select();
            return document.execCommand('copy');""";

    NewTokenDialog(String name, String token) {
        setHeaderTitle(getTranslation("access.tokens.new.title", name));
        setWidth("36rem");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var field = new TextField(getTranslation("access.tokens.new.token"));
        field.setId(TOKEN);
        field.setValue(token);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        add(new Paragraph(getTranslation("access.tokens.new.text")), field);
        var copy = new Button(getTranslation("access.tokens.copy"), VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        copy.addClickListener(click ->
                copy.getElement().executeJs(COPY, token, field.getElement()).then(Boolean.class, this::tell));
        getFooter().add(new Button(getTranslation("base.close"), click -> close()), copy);
    }

    private void tell(Boolean copied) {
        if (copied) {
            Notifications.success(getTranslation("access.tokens.copied"));
        } else {
            Notifications.warn(getTranslation("access.tokens.copy.not"));
        }
    }
}
