package org.weft.progress.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.PlanChoices;

/** All objectives, or one of those some people hold. */
class HeldField extends ComboBox<PlanChoices.Held> {

    HeldField(PlanChoices choices) {
        setLabel(getTranslation("progress.bulk.objective"));
        setPlaceholder(getTranslation("progress.bulk.objective.all"));
        setClearButtonVisible(true);
        setItemLabelGenerator(held -> held.code() + " · " + held.title());
        setItems(
                (held, typed) -> (held.code() + " " + held.title())
                        .toLowerCase(Locale.ROOT)
                        .contains(typed.toLowerCase(Locale.ROOT)),
                choices.objectives());
        setWidthFull();
    }

    /** The chosen objective's template, null for all. */
    @Nullable Long templateId() {
        var held = getValue();
        return held == null ? null : held.templateId();
    }
}
