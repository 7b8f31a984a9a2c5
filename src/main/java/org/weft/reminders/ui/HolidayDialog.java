package org.weft.reminders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Forms;
import org.weft.reminders.policy.HolidayDraft;

/** Enters one holiday. */
class HolidayDialog extends Dialog {

    private final DayField day = new DayField(getTranslation("reminders.forecast.day"));
    private final TextField name = new TextField(getTranslation("base.name"));
    private final LocationField location;
    private final transient Consumer<HolidayDraft> add;

    HolidayDialog(List<String> locations, Consumer<HolidayDraft> add) {
        this.add = add;
        location = new LocationField(locations, "reminders.holidays.everywhere");
        setHeaderTitle(getTranslation("reminders.holidays.add"));
        setWidth("24rem");
        setCloseOnOutsideClick(false);
        name.setMaxLength(HolidayDraft.NAME_LENGTH);
        var form = new FormLayout(day, name, location);
        form.setExpandFields(true);
        add(form);
        var save = new Button(getTranslation("base.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            if (Forms.save(this::save, Map.of("day", day, "name", name, "location", location))) {
                close();
            }
            save.setEnabled(true);
        });
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    private void save() {
        var date = day.read("day");
        if (date == null) {
            throw new InvalidInputException("day", Text.of("reminders.holiday.error.day"));
        }
        add.accept(new HolidayDraft(location.getValue(), date, name.getValue()));
    }
}
