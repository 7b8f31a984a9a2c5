package org.weft.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something is done. The text says what will happen and to how many; the button says what it does. */
public final class ConfirmDialogs {

    private ConfirmDialogs() {}

    public static Dialog ask(String title, String text, String confirmLabel, Runnable confirmed) {
        return open(title, text, confirmLabel, confirmed, false);
    }

    /** For what cannot be undone. */
    public static Dialog askDanger(String title, String text, String confirmLabel, Runnable confirmed) {
        return open(title, text, confirmLabel, confirmed, true);
    }

    private static Dialog open(String title, String text, String confirmLabel, Runnable confirmed, boolean danger) {
        var dialog = new Dialog();
        dialog.addClassName("weft-confirm");
        dialog.setHeaderTitle(title);
        dialog.setRole("alertdialog");
        dialog.add(new Paragraph(text));
        var cancel = new Button(dialog.getTranslation("base.cancel"), event -> dialog.close());
        var confirm = new Button(confirmLabel);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            dialog.close();
            Errors.run(confirmed);
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (danger) {
            confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
            cancel.setAutofocus(true);
        } else {
            confirm.setAutofocus(true);
        }
        dialog.getFooter().add(cancel, confirm);
        dialog.open();
        return dialog;
    }
}
