package org.weft.objectives.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.DayField;
import org.weft.base.ui.Formats;
import org.weft.objectives.AssignAudience;
import org.weft.objectives.AssignRequest;
import org.weft.objectives.ObjectiveType;
import org.weft.objectives.TemplateRow;
import org.weft.people.Level;

/** One objective on offer. Chosen, it asks for its target and due date, both suggested. */
class ObjectiveLine extends Div {

    private final Checkbox chosen = new Checkbox();
    private final IntegerField target = new IntegerField();
    private final DayField dueOn = new DayField();
    private final Div plan = new Div(target, dueOn);
    private final Level level;
    private final transient TemplateRow template;
    private final transient AssignDraft draft;
    private final transient AssignAudience audience;
    private final transient Runnable changed;
    private boolean filling;

    ObjectiveLine(Level level, TemplateRow template, AssignDraft draft, AssignAudience audience, Runnable changed) {
        this.level = level;
        this.template = template;
        this.draft = draft;
        this.audience = audience;
        this.changed = changed;
        addClassName("weft-objectives-line");
        getElement().setAttribute("data-code", template.code());
        chosen.setLabel(template.title());
        chosen.addValueChangeListener(event -> choose(event.getValue()));
        plan.addClassName("weft-objectives-line-plan");
        buildFields();
        var what = new Div(chosen, facts());
        what.addClassName("weft-objectives-line-what");
        add(what, plan);
        refresh();
    }

    /** Shows what the draft says of it. */
    final void refresh() {
        show(draft.planned(level, template));
    }

    private Div facts() {
        var facts = new Div();
        facts.setText(Stream.of(
                        template.code(),
                        getTranslation("objectivetype." + template.type().name()),
                        template.target() + " " + template.unit(),
                        template.evidence())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        facts.addClassName("weft-objectives-facts");
        return facts;
    }

    private void buildFields() {
        target.setLabel(getTranslation("objectives.target.of", template.unit()));
        target.setStepButtonsVisible(true);
        target.setManualValidation(true);
        target.addValueChangeListener(event -> store());
        dueOn.setLabel(getTranslation("base.due"));
        dueOn.setManualValidation(true);
        dueOn.setMin(audience.startsOn());
        dueOn.setMax(audience.endsOn());
        dueOn.addValueChangeListener(event -> store());
    }

    private void show(AssignDraft.@Nullable Planned planned) {
        filling = true;
        chosen.setValue(planned != null);
        setClassName("weft-chosen", planned != null);
        plan.setVisible(planned != null);
        if (planned != null) {
            target.setValue(planned.target());
            dueOn.setValue(planned.dueOn());
            valid();
        }
        filling = false;
    }

    private void choose(boolean wanted) {
        if (filling) {
            return;
        }
        if (wanted) {
            draft.plan(level, new AssignDraft.Planned(template, template.target(), audience.dueOn(template)));
        } else {
            draft.drop(level, template);
        }
        refresh();
        changed.run();
    }

    private void store() {
        if (!filling && chosen.getValue()) {
            draft.plan(level, new AssignDraft.Planned(template, target.getValue(), dueOn.getValue()));
            valid();
            changed.run();
        }
    }

    /** Sets the due date, if this objective is chosen. */
    void dueOn(LocalDate day) {
        if (chosen.getValue()) {
            dueOn.setValue(day);
        }
    }

    boolean matches(@Nullable ObjectiveType type, String text) {
        var words = (template.code() + " " + template.title() + " " + template.unit() + " " + template.evidence())
                .toLowerCase(Locale.ROOT);
        return (type == null || type == template.type()) && words.contains(text);
    }

    /** Whether it is not chosen, or has a target and a due date that can be. Says at the fields what is wrong. */
    boolean valid() {
        if (!chosen.getValue()) {
            return true;
        }
        var wrongTarget = wrongTarget(target.getValue());
        target.setErrorMessage(wrongTarget);
        target.setInvalid(wrongTarget != null);
        var wrongDue = wrongDue(dueOn.getValue());
        dueOn.setErrorMessage(wrongDue);
        dueOn.setInvalid(wrongDue != null);
        return wrongTarget == null && wrongDue == null;
    }

    private @Nullable String wrongTarget(@Nullable Integer value) {
        if (value == null) {
            return getTranslation("objectives.error.number");
        }
        if (value < 1) {
            return getTranslation("objectives.error.target.small");
        }
        if (value > 100 && template.isPercent()) {
            return getTranslation("objectives.error.target.percent");
        }
        return value > AssignRequest.MAX_TARGET
                ? getTranslation("objectives.error.target.large", AssignRequest.MAX_TARGET)
                : null;
    }

    private @Nullable String wrongDue(@Nullable LocalDate value) {
        if (value == null) {
            return getTranslation(dueOn.holdsNoDate() ? "base.error.noDate" : "objectives.error.date");
        }
        return value.isBefore(audience.startsOn()) || value.isAfter(audience.endsOn())
                ? getTranslation(
                        "objectives.assign.due.outside", Formats.of(this).range(audience.startsOn(), audience.endsOn()))
                : null;
    }
}
