package org.weft.programs.ui;

import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.weft.base.ui.DayField;
import org.weft.base.ui.DraftForm;
import org.weft.programs.CycleDraft;

/** What a cycle is called, and its first and last day. */
class CycleForm extends DraftForm<CycleDraft> {

    private final TextField name = new TextField();
    private final DayField startsOn = new DayField(getTranslation("programs.cycle.startsOn"));
    private final DayField endsOn = new DayField(getTranslation("programs.cycle.endsOn"));

    CycleForm() {
        name.setLabel(getTranslation("base.name"));
        name.setRequiredIndicatorVisible(true);
        startsOn.setRequiredIndicatorVisible(true);
        endsOn.setRequiredIndicatorVisible(true);
        add(name, startsOn, endsOn);
        setColspan(name, 2);
    }

    @Override
    public CycleDraft get() {
        return new CycleDraft(name.getValue(), startsOn.read("startsOn"), endsOn.read("endsOn"));
    }

    @Override
    public void set(CycleDraft draft) {
        name.setValue(draft.name());
        startsOn.setValue(draft.startsOn());
        endsOn.setValue(draft.endsOn());
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        return Map.of("name", name, "startsOn", startsOn, "endsOn", endsOn);
    }
}
