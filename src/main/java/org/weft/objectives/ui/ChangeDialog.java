package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Formats;
import org.weft.objectives.AssignmentRow;

/** Changes when an assignment is due and how much it asks for. */
class ChangeDialog extends AssignmentDialog {

    record Plan(LocalDate dueOn, int target) {}

    private final DayField dueOn = new DayField();
    private final IntegerField target = new IntegerField();
    private final transient BiConsumer<AssignmentRow, Plan> save;

    ChangeDialog(
            AssignmentRow row,
            Function<AssignmentRow, Optional<AssignmentRow>> latest,
            BiConsumer<AssignmentRow, Plan> save,
            Runnable done) {
        super(
                row,
                UI.getCurrentOrThrow().getTranslation("objectives.change.title"),
                UI.getCurrentOrThrow().getTranslation("base.save"),
                latest,
                done);
        this.save = save;
        dueOn.setLabel(getTranslation("base.due"));
        dueOn.setHelperText(getTranslation(
                "objectives.change.cycle",
                Formats.of(UI.getCurrentOrThrow()).range(row.cycleStartsOn(), row.cycleEndsOn())));
        dueOn.setInitialPosition(row.dueOn());
        dueOn.setValue(row.dueOn());
        target.setLabel(getTranslation("objectives.target.of", row.unit()));
        target.setStepButtonsVisible(true);
        target.setValue(row.target());
        add(dueOn, target);
    }

    @Override
    void save(AssignmentRow onto) {
        var day = dueOn.read("dueOn");
        if (day == null) {
            throw new InvalidInputException("dueOn", Text.of("objectives.error.date"));
        }
        var count = target.getValue();
        if (count == null) {
            throw new InvalidInputException("target", Text.of("objectives.error.number"));
        }
        save.accept(onto, new Plan(day, count));
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("dueOn", dueOn, "target", target);
    }
}
