package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weft.base.StaleEditException;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Forms;
import org.weft.base.ui.Notifications;
import org.weft.people.PersonDetails;

/** Asks whether somebody has left, and since when. */
class LeaveDialog extends Dialog {

    private final DayField lastDay = new DayField();

    /**
     * @param confirmed throws {@link StaleEditException} where somebody changed the person meanwhile; the question stays,
     *     and confirming it once more is meant to win
     */
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
            try {
                if (Forms.save(() -> confirmed.accept(lastDay.read("leftOn")), Map.of("leftOn", lastDay))) {
                    close();
                }
            } catch (StaleEditException e) {
                Notifications.warn(getTranslation("base.stale.text", person.name()));
            } finally {
                confirm.setEnabled(true);
            }
        });
        getFooter().add(cancel, confirm);
    }
}
