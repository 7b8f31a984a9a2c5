package org.weft.progress.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import java.util.Optional;
import org.weft.people.ui.PersonPicker;
import org.weft.programs.BulkRow;

/** Who shall lead people: somebody by name, or again whoever leads the cohort. */
class LeadForm extends BulkForm<LeadForm.Lead> {

    /** @param personId 0 for the cohort's lead */
    record Lead(long personId) {}

    private enum Way {
        NAMED,
        COHORT
    }

    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final PersonPicker lead;

    LeadForm(PersonPicker lead) {
        this.lead = lead;
        way.setLabel(getTranslation("progress.bulk.lead.who"));
        way.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                value -> getTranslation(value == Way.NAMED ? "progress.bulk.lead.named" : "progress.bulk.lead.cohort"));
        way.setValue(Way.NAMED);
        lead.setWidthFull();
        add(way, lead);
        lead.addValueChangeListener(event -> choiceChanged());
        way.addValueChangeListener(event -> {
            lead.setVisible(event.getValue() == Way.NAMED);
            choiceChanged();
        });
    }

    @Override
    Optional<Lead> change() {
        return way.getValue() == Way.COHORT
                ? Optional.of(new Lead(0))
                : Optional.ofNullable(lead.getPersonId()).map(Lead::new);
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("leadId", lead);
    }

    @Override
    String words(BulkRow row) {
        var former = row.leadName();
        return former == null
                ? getTranslation("progress.bulk.lead.row.none")
                : getTranslation("progress.bulk.lead.row", former);
    }
}
