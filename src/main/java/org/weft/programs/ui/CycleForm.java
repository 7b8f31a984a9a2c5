package org.weft.programs.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.weft.programs.CycleDraft;

/** What a cycle is called, and its first and last day. */
class CycleForm extends DraftForm<CycleDraft> {

    private final TextField name = new TextField();
    private final DatePicker startsOn = DateFields.of(getTranslation("programs.cycle.startsOn"));
    private final DatePicker endsOn = DateFields.of(getTranslation("programs.cycle.endsOn"));

    CycleForm() {
        name.setLabel(getTranslation("base.name"));
        name.setRequiredIndicatorVisible(true);
        startsOn.setRequiredIndicatorVisible(true);
        endsOn.setRequiredIndicatorVisible(true);
        add(name, startsOn, endsOn);
        setColspan(name, 2);
    }

    @Override
    CycleDraft get() {
        return new CycleDraft(
                name.getValue(), DateFields.read("startsOn", startsOn), DateFields.read("endsOn", endsOn));
    }

    @Override
    void set(CycleDraft draft) {
        name.setValue(draft.name());
        startsOn.setValue(draft.startsOn());
        endsOn.setValue(draft.endsOn());
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("name", name, "startsOn", startsOn, "endsOn", endsOn);
    }
}
