package org.weft.objectives.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.CheckIn;
import org.weft.objectives.Health;
import org.weft.objectives.Measure;

/** How it goes: health, a line of text, and the figure reached where figures are reported. */
class CheckInDialog extends AssignmentDialog {

    private final RadioButtonGroup<Health> health = new RadioButtonGroup<>();
    private final TextArea text = new TextArea();
    private final IntegerField reported = new IntegerField();
    private final transient BiConsumer<AssignmentRow, CheckIn> save;

    CheckInDialog(
            AssignmentRow row,
            Function<AssignmentRow, Optional<AssignmentRow>> latest,
            BiConsumer<AssignmentRow, CheckIn> save,
            Runnable done) {
        super(
                row,
                UI.getCurrentOrThrow().getTranslation("objectives.checkin.title"),
                UI.getCurrentOrThrow().getTranslation("objectives.action.checkin"),
                latest,
                done);
        this.save = save;
        health.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        health.setLabel(getTranslation("objectives.checkin.health"));
        health.setItems(Health.ON_TRACK, Health.AT_RISK, Health.OFF_TRACK);
        health.setItemLabelGenerator(value -> getTranslation("health." + value.name()));
        health.setRequiredIndicatorVisible(true);
        if (row.health() != Health.NOT_UPDATED) {
            health.setValue(row.health());
        }
        text.setLabel(getTranslation("objectives.checkin.text"));
        text.setHelperText(getTranslation("base.optional"));
        text.setMaxLength(CheckIn.MAX_TEXT);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setMinRows(3);
        text.setWidthFull();
        reported.setLabel(getTranslation("objectives.checkin.reported", row.unit()));
        reported.setHelperText(getTranslation("objectives.checkin.target", row.target()));
        reported.setStepButtonsVisible(true);
        reported.setVisible(row.measure() == Measure.REPORTED);
        reported.setValue(row.achieved());
        add(health, reported, text);
    }

    @Override
    void save(AssignmentRow onto) {
        var chosen = health.getValue();
        if (chosen == null) {
            throw new InvalidInputException("health", Text.of("objectives.error.health"));
        }
        if (reported.isVisible() && reported.getValue() == null) {
            throw new InvalidInputException("reported", Text.of("objectives.error.number"));
        }
        save.accept(onto, new CheckIn(chosen, text.getValue(), reported.isVisible() ? reported.getValue() : null));
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("health", health, "text", text, "reported", reported);
    }
}
