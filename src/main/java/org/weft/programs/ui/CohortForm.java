package org.weft.programs.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.DraftForm;
import org.weft.people.ui.PersonPicker;
import org.weft.programs.Audience;
import org.weft.programs.AudienceRule;
import org.weft.programs.CandidateFilter;
import org.weft.programs.CohortDraft;

/** What a cohort is called, who leads it, and how it comes by its members, with a look at whom a rule finds. */
class CohortForm extends DraftForm<CohortDraft> {

    private final TextField name = new TextField();
    private final PersonPicker lead;
    private final RadioButtonGroup<Audience> audience = new RadioButtonGroup<>();
    private final RuleFields rule;
    private final AudiencePanel panel;
    private final Checkbox fill = new Checkbox();
    private final transient CandidateFilter filter;
    private final boolean adding;

    /** @param cohortId null for a cohort to be added, which can be filled at once */
    CohortForm(DirectoryPickers pickers, CandidateSource source, long cycleId, @Nullable Long cohortId) {
        adding = cohortId == null;
        filter = new CandidateFilter(cycleId, cohortId, AudienceRule.EVERYBODY);
        name.setLabel(getTranslation("base.name"));
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        lead = pickers.person(getTranslation("programs.lead"));
        lead.setRequiredIndicatorVisible(true);
        lead.setHelperText(getTranslation("programs.cohort.lead.help"));
        audience.setLabel(getTranslation("programs.cohort.audience"));
        audience.setItems(Audience.values());
        audience.setItemLabelGenerator(value -> getTranslation("programs.audience." + value.name()));
        audience.setValue(Audience.MANUAL);
        rule = new RuleFields(this, pickers, source, this::preview);
        panel = new AudiencePanel(source, filter);
        fill.setValue(true);
        audience.addValueChangeListener(event -> preview());
        add(name, lead);
        add(audience, 2);
        rule.components().forEach(this::add);
        add(panel, 2);
        add(fill, 2);
        preview();
    }

    /** Whether a new cohort shall be filled by its rule as soon as it is there. */
    boolean fillNow() {
        return adding && byRule() && fill.getValue();
    }

    @Override
    public CohortDraft get() {
        return new CohortDraft(
                name.getValue(),
                lead.getPersonId(),
                Objects.requireNonNull(audience.getValue()),
                byRule() ? rule.checked() : AudienceRule.EVERYBODY);
    }

    @Override
    public void set(CohortDraft draft) {
        name.setValue(draft.name());
        lead.setPersonId(draft.leadId());
        audience.setValue(draft.audience());
        rule.set(draft.rule());
    }

    @Override
    public Map<String, HasValidationProperties> fields() {
        var fields = new HashMap<String, HasValidationProperties>(rule.fields());
        fields.put("name", name);
        fields.put("leadId", lead);
        return fields;
    }

    private boolean byRule() {
        return audience.getValue() == Audience.RULE;
    }

    private void preview() {
        rule.components().forEach(field -> field.setVisible(byRule()));
        panel.setVisible(byRule());
        fill.setVisible(adding && byRule());
        if (byRule()) {
            fill.setLabel(getTranslation("programs.cohort.fillNow", panel.show(filter.withRule(rule.get()))));
        }
    }
}
