package org.weft.objectives.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.objectives.Measure;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.PlanKind;
import org.weft.objectives.TemplateDraft;
import org.weft.people.Level;

/** The fields of a template. The service says what it accepts; {@link #fields} says where to show it. */
class TemplateForm extends FormLayout {

    private final TextField code = new TextField();
    private final TextArea title = new TextArea();
    private final Select<ObjectiveType> type = new Select<>();
    private final Select<PlanKind> planKind = new Select<>();
    private final CheckboxGroup<Level> levels = new CheckboxGroup<>();
    private final IntegerField target = new IntegerField();
    private final TextField unit = new TextField();
    private final Select<Measure> measure = new Select<>();
    private final IntegerField dueDays = new IntegerField();
    private final TextArea evidence = new TextArea();
    private final TextArea guide = new TextArea();
    private final TextArea counterpartRule = new TextArea();

    TemplateForm() {
        addClassName("weft-objectives-form");
        code.setLabel(getTranslation("objectives.code"));
        code.setMaxLength(TemplateDraft.MAX_CODE);
        code.setRequiredIndicatorVisible(true);
        area(title, "objectives.objective", TemplateDraft.MAX_TITLE).setRequiredIndicatorVisible(true);
        type.setLabel(getTranslation("objectives.type"));
        type.setItems(ObjectiveType.values());
        type.setItemLabelGenerator(value -> getTranslation("objectivetype." + value.name()));
        planKind.setLabel(getTranslation("objectives.plankind"));
        planKind.setItems(PlanKind.values());
        planKind.setItemLabelGenerator(value -> getTranslation("plankind." + value.name()));
        levels.setLabel(getTranslation("objectives.levels"));
        levels.setItems(Level.values());
        levels.addThemeVariants(CheckboxGroupVariant.AURA_HORIZONTAL);
        levels.setItemLabelGenerator(value -> getTranslation("level." + value.name()));
        levels.setRequiredIndicatorVisible(true);
        target.setLabel(getTranslation("objectives.target"));
        target.setRequiredIndicatorVisible(true);
        target.setStepButtonsVisible(true);
        unit.setLabel(getTranslation("objectives.unit"));
        unit.setHelperText(getTranslation("objectives.unit.help"));
        unit.setMaxLength(TemplateDraft.MAX_UNIT);
        unit.setRequiredIndicatorVisible(true);
        measure.setLabel(getTranslation("objectives.measure"));
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(value -> getTranslation("measure." + value.name()));
        dueDays.setLabel(getTranslation("objectives.duedays"));
        dueDays.setHelperText(getTranslation("objectives.duedays.help"));
        dueDays.setStepButtonsVisible(true);
        area(evidence, "objectives.evidence", TemplateDraft.MAX_EVIDENCE);
        area(guide, "objectives.guide", TemplateDraft.MAX_GUIDE);
        area(counterpartRule, "objectives.counterparts", TemplateDraft.MAX_COUNTERPART_RULE);
        add(title, levels, code, type, planKind, target, unit, measure, dueDays, evidence, guide, counterpartRule);
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24rem", 2));
        for (var wide : new com.vaadin.flow.component.Component[] {title, levels, evidence, guide, counterpartRule}) {
            setColspan(wide, 2);
        }
    }

    private TextArea area(TextArea area, String key, int maxLength) {
        area.setLabel(getTranslation(key));
        area.setMaxLength(maxLength);
        area.setValueChangeMode(ValueChangeMode.EAGER);
        return area;
    }

    void fill(TemplateDraft draft) {
        code.setValue(draft.code());
        title.setValue(draft.title());
        type.setValue(draft.type());
        planKind.setValue(draft.planKind());
        levels.setValue(draft.levels());
        target.setValue(draft.target());
        unit.setValue(draft.unit());
        measure.setValue(draft.measure());
        dueDays.setValue(draft.dueDays());
        evidence.setValue(orEmpty(draft.evidence()));
        guide.setValue(orEmpty(draft.guide()));
        counterpartRule.setValue(orEmpty(draft.counterpartRule()));
    }

    /** What stands in the fields, be it right or not; no number in the target reads as 0. */
    TemplateDraft typed() {
        return new TemplateDraft(
                code.getValue(),
                title.getValue(),
                type.getValue(),
                planKind.getValue(),
                levels.getValue().isEmpty() ? Set.of() : EnumSet.copyOf(levels.getValue()),
                Objects.requireNonNullElse(target.getValue(), 0),
                unit.getValue(),
                measure.getValue(),
                dueDays.getValue(),
                orNull(evidence.getValue()),
                orNull(guide.getValue()),
                orNull(counterpartRule.getValue()));
    }

    /** @throws InvalidInputException where a field holds what is no number */
    TemplateDraft draft() {
        if (target.isInvalid()) {
            throw new InvalidInputException("target", Text.of("objectives.error.number"));
        }
        if (dueDays.isInvalid()) {
            throw new InvalidInputException("dueDays", Text.of("objectives.error.number"));
        }
        return typed();
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of(
                "code", code,
                "title", title,
                "levels", levels,
                "target", target,
                "unit", unit,
                "dueDays", dueDays,
                "evidence", evidence,
                "guide", guide,
                "counterpartRule", counterpartRule);
    }

    void focusTitle() {
        title.focus();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
