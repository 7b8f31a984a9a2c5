package org.weft.reminders.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.weft.base.ui.DraftForm;
import org.weft.reminders.policy.PolicyDraft;
import org.weft.reminders.policy.PolicyRecipient;
import org.weft.reminders.policy.PolicySchedule;
import org.weft.reminders.policy.TriggerKind;

/** What a policy looks for, about whom, whom it tells, and when. */
class PolicyForm extends DraftForm<PolicyDraft> {

    private final TextField name = new TextField();
    private final Select<TriggerKind> kind = new Select<>();
    private final IntegerField days = new IntegerField(getTranslation("reminders.policy.days"));
    private final Select<PolicyRecipient> recipient = new Select<>();
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>();
    private final TimePicker time = new TimePicker(getTranslation("reminders.policy.time"));
    private final IntegerField catchUp = new IntegerField(getTranslation("reminders.policy.catchUp"));
    private final IntegerField escalateAfter = new IntegerField(getTranslation("reminders.policy.escalate"));
    private final Checkbox required = new Checkbox(getTranslation("reminders.policy.required"));
    private final AudienceFields audience;

    PolicyForm(AudienceSource source) {
        audience = new AudienceFields(source);
        name.setLabel(getTranslation("base.name"));
        name.setMaxLength(PolicyDraft.NAME_LENGTH);
        kind.setLabel(getTranslation("reminders.policy.trigger"));
        kind.setItems(TriggerKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("reminders.policy.trigger." + value.name()));
        kind.addValueChangeListener(event -> days.setVisible(event.getValue().countsDays()));
        recipient.setLabel(getTranslation("reminders.policy.recipient"));
        recipient.setItems(PolicyRecipient.values());
        recipient.setItemLabelGenerator(value -> getTranslation("reminders.policy.recipient." + value.name()));
        recipient.addValueChangeListener(
                event -> escalateAfter.setVisible(event.getValue() == PolicyRecipient.PARTICIPANT));
        weekdays.setLabel(getTranslation("reminders.policy.weekdays"));
        weekdays.setItems(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        weekdays.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
        weekdays.addThemeVariants(CheckboxGroupVariant.AURA_HORIZONTAL);
        time.setStep(Duration.ofMinutes(30));
        for (var number : new IntegerField[] {days, catchUp, escalateAfter}) {
            number.setStepButtonsVisible(true);
            number.setMin(0);
        }
        escalateAfter.setHelperText(getTranslation("reminders.policy.escalate.help"));
        catchUp.setHelperText(getTranslation("reminders.policy.catchUp.help"));
        required.setHelperText(getTranslation("reminders.policy.required.help"));
        add(name, kind, days);
        add(audience.components());
        add(recipient, weekdays, time, catchUp, escalateAfter, required);
        setColspan(name, 2);
        setColspan(required, 2);
        set(PolicyDraft.suggested());
    }

    /** The name it goes by while none is entered. */
    void shippedName(String shipped) {
        name.setPlaceholder(shipped);
    }

    @Override
    public PolicyDraft get() {
        return new PolicyDraft(
                name.getValue(),
                kind.getValue(),
                number(days),
                audience.get(),
                recipient.getValue(),
                new PolicySchedule(weekdays.getValue(), time.getOptionalValue().orElse(LocalTime.MIDNIGHT)),
                number(catchUp),
                required.getValue(),
                escalateAfter.getValue());
    }

    /** A field left empty is told as a number that cannot be. */
    private static int number(IntegerField field) {
        return field.getOptionalValue().orElse(-1);
    }

    @Override
    public void set(PolicyDraft draft) {
        name.setValue(draft.name() == null ? "" : draft.name());
        kind.setValue(draft.kind());
        days.setValue(draft.days());
        days.setVisible(draft.kind().countsDays());
        audience.set(draft.audience());
        recipient.setValue(draft.recipient());
        weekdays.setValue(draft.schedule().weekdays());
        time.setValue(draft.schedule().time());
        catchUp.setValue(draft.catchUpDays());
        required.setValue(draft.required());
        escalateAfter.setValue(draft.escalateAfter());
        escalateAfter.setVisible(draft.recipient() == PolicyRecipient.PARTICIPANT);
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        var fields = new HashMap<>(audience.fields());
        fields.putAll(Map.of(
                "name", name,
                "days", days,
                "weekdays", weekdays,
                "time", time,
                "catchUpDays", catchUp,
                "escalateAfter", escalateAfter));
        return fields;
    }
}
