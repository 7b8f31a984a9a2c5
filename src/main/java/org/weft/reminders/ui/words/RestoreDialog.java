package org.weft.reminders.ui.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.weft.base.ui.Errors;

/** Shows what would be lost and what would come in its place, before shipped texts are restored. */
class RestoreDialog extends Dialog {

    RestoreDialog(List<WordField> fields, Runnable confirmed) {
        addClassName("weft-words-restore");
        setRole("alertdialog");
        setHeaderTitle(getTranslation("reminders.words.restore.title", fields.size()));
        add(new Paragraph(getTranslation("reminders.words.restore.text")));
        for (var field : fields) {
            add(new H3(field.label()), side("lost", field.text()), side("shipped", field.shipped()));
        }
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.setAutofocus(true);
        var restore = new Button(getTranslation("reminders.words.restore"));
        restore.setDisableOnClick(true);
        restore.addClickListener(click -> {
            close();
            Errors.run(confirmed);
        });
        restore.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(cancel, restore);
    }

    private Div side(String which, String text) {
        var words = new Pre(text.isEmpty() ? getTranslation("reminders.words.restore.empty") : text);
        words.setClassName("weft-sub", text.isEmpty());
        var side = new Div(new Paragraph(getTranslation("reminders.words.restore." + which)), words);
        side.addClassName("weft-words-side");
        side.getElement().setAttribute("data-side", which);
        return side;
    }
}
