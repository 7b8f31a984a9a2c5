package org.weft.objectives.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.objectives.TemplateDetails;

/** A template to be read. */
class TemplateCard extends Div {

    TemplateCard(TemplateDetails template, Runnable closed) {
        addClassName("weft-objectives-panel");
        var draft = template.draft();
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> closed.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("base.close"));
        var head = new Div(new H2(draft.code()));
        head.addClassName("weft-objectives-panel-head");
        if (template.retired()) {
            head.add(new StatusBadge(Tone.GREY, getTranslation("objectives.library.retired")));
        }
        head.add(close);
        var title = new Paragraph(draft.title());
        title.addClassName("weft-objectives-panel-title");
        var facts = new DescriptionList();
        facts.addClassName("weft-objectives-panel-facts");
        fact(
                facts,
                "objectives.levels",
                draft.levels().stream()
                        .map(level -> getTranslation("level." + level.name()))
                        .collect(Collectors.joining(", ")));
        fact(
                facts,
                "objectives.type",
                getTranslation("objectivetype." + draft.type().name()));
        fact(
                facts,
                "objectives.plankind",
                getTranslation("plankind." + draft.planKind().name()));
        fact(facts, "objectives.target", draft.target() + " " + draft.unit());
        fact(
                facts,
                "objectives.measure",
                getTranslation("measure." + draft.measure().name()));
        var days = draft.dueDays();
        fact(
                facts,
                "objectives.duedays",
                days == null
                        ? getTranslation("objectives.duedays.end")
                        : getTranslation("objectives.duedays.after", days));
        fact(facts, "objectives.evidence", draft.evidence());
        fact(facts, "objectives.guide", draft.guide());
        fact(facts, "objectives.counterparts", draft.counterpartRule());
        var body = new Div(title, facts);
        body.addClassName("weft-objectives-panel-body");
        add(head, body);
    }

    private void fact(DescriptionList facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }
}
