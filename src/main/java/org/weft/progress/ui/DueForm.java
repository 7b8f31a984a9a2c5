package org.weft.progress.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Optional;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Formats;
import org.weft.objectives.PlanChange;
import org.weft.objectives.PlanChoices;
import org.weft.programs.BulkRow;

/** By how many days due dates move, or to which day. */
class DueForm extends BulkForm<PlanChange> {

    private enum Way {
        LATER,
        ON
    }

    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final IntegerField days = new IntegerField();
    private final DayField day = new DayField();
    private final HeldField objective;
    private final Formats formats = Formats.of(this);

    DueForm(PlanChoices choices) {
        objective = new HeldField(choices);
        way.setLabel(getTranslation("progress.bulk.due.how"));
        way.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                value -> getTranslation(value == Way.LATER ? "progress.bulk.due.later" : "progress.bulk.due.on"));
        way.setValue(Way.LATER);
        days.setLabel(getTranslation("progress.bulk.due.days"));
        days.setHelperText(getTranslation("progress.bulk.due.days.help"));
        days.setMin(-PlanChange.DueLater.MOST_DAYS);
        days.setMax(PlanChange.DueLater.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(7);
        day.setLabel(getTranslation("base.due"));
        var startsOn = choices.startsOn();
        var endsOn = choices.endsOn();
        if (startsOn != null && endsOn != null) {
            day.setHelperText(getTranslation("progress.bulk.due.cycle", formats.range(startsOn, endsOn)));
            day.setInitialPosition(endsOn);
        }
        var when = new Div(days, day);
        when.addClassName("weft-bulk-when");
        add(way, when, objective);
        days.addValueChangeListener(event -> choiceChanged());
        day.addValueChangeListener(event -> choiceChanged());
        objective.addValueChangeListener(event -> choiceChanged());
        way.addValueChangeListener(event -> {
            showWay();
            choiceChanged();
        });
        showWay();
    }

    private void showWay() {
        days.setVisible(way.getValue() == Way.LATER);
        day.setVisible(way.getValue() == Way.ON);
    }

    @Override
    Optional<PlanChange> change() {
        if (way.getValue() == Way.LATER) {
            var many = days.getValue();
            return many == null ? Optional.empty() : Optional.of(new PlanChange.DueLater(objective.templateId(), many));
        }
        var on = day.read("dueOn");
        return on == null ? Optional.empty() : Optional.of(new PlanChange.DueOn(objective.templateId(), on));
    }

    @Override
    Map<String, HasValidationProperties> fields() {
        return Map.of("days", days, "dueOn", day);
    }

    @Override
    String words(BulkRow row) {
        var before = row.dueBefore();
        var after = row.dueAfter();
        return before == null || after == null
                ? ""
                : getTranslation("progress.bulk.due.row", row.things(), formats.date(before), formats.date(after));
    }
}
