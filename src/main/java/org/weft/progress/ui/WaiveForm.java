package org.weft.progress.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import org.weft.objectives.AssignmentService;
import org.weft.objectives.PlanChange;
import org.weft.objectives.PlanChoices;
import org.weft.programs.BulkRow;

/** Which objectives are waived, and why. */
class WaiveForm extends BulkForm<PlanChange> {

    private final HeldField objective;
    private final TextArea reason = new TextArea();

    WaiveForm(PlanChoices choices) {
        objective = new HeldField(choices);
        reason.setLabel(getTranslation("objectives.reason"));
        reason.setMaxLength(AssignmentService.MAX_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setMinRows(2);
        reason.setWidthFull();
        add(objective, reason);
        objective.addValueChangeListener(event -> choiceChanged());
        // From now on there is something to lose.
        reason.addValueChangeListener(event ->
                Optional.ofNullable(findAncestor(Dialog.class)).ifPresent(dialog -> dialog.setCloseOnEsc(false)));
    }

    @Override
    Optional<PlanChange> change() {
        return Optional.of(new PlanChange.Waive(objective.templateId(), reason.getValue()));
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("reason", reason);
    }

    @Override
    String words(BulkRow row) {
        return getTranslation("progress.bulk.waive.row", row.things());
    }
}
