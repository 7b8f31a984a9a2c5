package org.weft.programs.ui;

import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import org.weft.base.ui.DraftForm;
import org.weft.people.ui.PersonPicker;
import org.weft.programs.ProgramDraft;

/** What a program is called, what it is for, and who answers for it. */
class ProgramForm extends DraftForm<ProgramDraft> {

    private final TextField name = new TextField();
    private final TextArea purpose = new TextArea();
    private final PersonPicker owner;

    ProgramForm(DirectoryPickers pickers) {
        name.setLabel(getTranslation("base.name"));
        name.setRequiredIndicatorVisible(true);
        name.setPlaceholder(getTranslation("programs.form.name.example"));
        name.setAutofocus(true);
        purpose.setLabel(getTranslation("programs.purpose"));
        purpose.setHelperText(getTranslation("programs.form.purpose.help"));
        purpose.setMinRows(3);
        purpose.setMaxRows(8);
        purpose.setValueChangeMode(ValueChangeMode.ON_BLUR);
        owner = pickers.person(getTranslation("programs.owner"));
        owner.setHelperText(getTranslation("programs.form.owner.help"));
        add(name, purpose, owner);
        setColspan(name, 2);
        setColspan(purpose, 2);
        setColspan(owner, 2);
    }

    @Override
    public ProgramDraft get() {
        return new ProgramDraft(name.getValue(), purpose.getValue(), owner.getPersonId());
    }

    @Override
    public void set(ProgramDraft draft) {
        name.setValue(draft.name());
        purpose.setValue(draft.purpose());
        owner.setPersonId(draft.ownerId());
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        return Map.of("name", name, "purpose", purpose, "ownerId", owner);
    }
}
