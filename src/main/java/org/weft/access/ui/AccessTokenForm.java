package org.weft.access.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.weft.access.AccessTokenDraft;
import org.weft.access.AccessTokenService;
import org.weft.base.ui.DraftForm;

/** What a token is for and how long it shall work. */
class AccessTokenForm extends DraftForm<AccessTokenDraft> {

    private final TextField name = new TextField(getTranslation("access.tokens.column.name"));
    private final Select<Integer> days = new Select<>();

    AccessTokenForm() {
        name.setMaxLength(AccessTokenDraft.LONGEST_NAME);
        name.setHelperText(getTranslation("access.tokens.name.help"));
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        days.setLabel(getTranslation("access.tokens.life"));
        days.setItems(AccessTokenService.LIVES);
        days.setItemLabelGenerator(life -> getTranslation("access.tokens.days", life));
        days.setValue(AccessTokenService.LIVES.getFirst());
        add(name, days);
    }

    @Override
    public AccessTokenDraft get() {
        return new AccessTokenDraft(name.getValue(), days.getValue());
    }

    @Override
    public void set(AccessTokenDraft draft) {
        name.setValue(draft.name());
        days.setValue(draft.days());
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        return Map.of("name", name);
    }
}
