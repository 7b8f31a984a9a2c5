package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.ui.Forms;
import org.weft.people.PersonDetails;

/** Asks whether somebody has left, and since when. */
class LeaveDialog extends Dialog {

    private final DatePicker lastDay = new DatePicker();

    LeaveDialog(PersonDetails person, Consumer<@Nullable LocalDate> confirmed) {
        addClassName("weft-people-dialog");
        setHeaderTitle(getTranslation("people.leave.title", person.name()));
        setRole("alertdialog");
        add(new Paragraph(getTranslation("people.leave.text", person.name())));
        if (person.reports() > 0) {
            add(new Paragraph(getTranslation("people.leave.reports", person.reports())));
        }
        lastDay.setLabel(getTranslation("people.leave.lastDay"));
        lastDay.setHelperText(getTranslation("people.leave.lastDay.help"));
        add(lastDay);
        var cancel = new Button(getTranslation("base.cancel"), event -> close());
        cancel.setAutofocus(true);
        var confirm = new Button(getTranslation("people.leave.confirm"));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            if (Forms.save(() -> confirmed.accept(chosen()), Map.of("leftOn", lastDay))) {
                close();
            }
            confirm.setEnabled(true);
        });
        getFooter().add(cancel, confirm);
    }

    private @Nullable LocalDate chosen() {
        if (lastDay.isInvalid()) {
            throw new InvalidInputException("leftOn", Text.of("people.form.noDate"));
        }
        return lastDay.getValue();
    }
}
