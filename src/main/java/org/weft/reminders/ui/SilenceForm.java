package org.weft.reminders.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.EnumSet;
import java.util.Map;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.ui.DayField;
import org.weft.reminders.policy.SilenceService;
import org.weft.reminders.policy.SilenceWish;
import org.weft.reminders.policy.TriggerKind;

/** All, some, none for a while, or none: the choice, and below it what it needs to know. */
class SilenceForm extends Div {

    private enum Choice {
        WANTED,
        LATER,
        NONE
    }

    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final DayField until = new DayField(getTranslation("reminders.silence.until"));
    private final CheckboxGroup<TriggerKind> wanted = new CheckboxGroup<>();

    SilenceForm(SilenceService.Chooser chooser) {
        addClassName("weft-login-fields");
        choice.setLabel(getTranslation("reminders.silence.choice"));
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(value -> getTranslation("reminders.silence.choice." + value.name()));
        choice.addValueChangeListener(event -> arrange());
        until.setMin(chooser.today().plusDays(1));
        wanted.setLabel(getTranslation("reminders.silence.wanted"));
        wanted.setItems(TriggerKind.values());
        wanted.setItemLabelGenerator(kind -> getTranslation("reminders.silence.kind." + kind.name()));
        add(choice, until, wanted);
        set(chooser);
    }

    private void set(SilenceService.Chooser chooser) {
        var wish = chooser.wish();
        var kinds = EnumSet.allOf(TriggerKind.class);
        kinds.removeAll(wish.kinds());
        wanted.setValue(kinds);
        until.setValue(wish.until() == null ? chooser.today().plusWeeks(1) : wish.until());
        choice.setValue(!wish.everything() ? Choice.WANTED : wish.until() == null ? Choice.NONE : Choice.LATER);
        arrange();
    }

    private void arrange() {
        until.setVisible(choice.getValue() == Choice.LATER);
        wanted.setVisible(choice.getValue() != Choice.NONE);
    }

    /** @throws InvalidInputException at {@code until} where no day is entered */
    SilenceWish get() {
        var kinds = EnumSet.allOf(TriggerKind.class);
        kinds.removeAll(wanted.getValue());
        if (choice.getValue() != Choice.LATER) {
            return new SilenceWish(choice.getValue() == Choice.NONE, null, kinds);
        }
        var day = until.read("until");
        if (day == null) {
            throw new InvalidInputException("until", Text.of("reminders.silence.error.until"));
        }
        return new SilenceWish(true, day, kinds);
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of("until", until);
    }
}
