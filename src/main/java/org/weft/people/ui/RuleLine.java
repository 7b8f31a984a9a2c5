package org.weft.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.weft.people.Level;
import org.weft.people.LevelRule;
import org.weft.people.Matching;

/** One rule: if the title holds this, the level is that. */
class RuleLine extends ListItem {

    private final Span number = new Span();
    private final Select<Matching> matching = new Select<>();
    private final TextField text = new TextField();
    private final Select<Level> level = new Select<>();
    private final Button up = new Button(VaadinIcon.ARROW_UP.create());
    private final Button down = new Button(VaadinIcon.ARROW_DOWN.create());
    private final Button remove = new Button(VaadinIcon.TRASH.create());

    RuleLine(LevelRule rule, RuleList list) {
        addClassName("weft-people-rule");
        number.addClassNames("weft-people-rule-number", "weft-numbers");
        matching.setItems(Matching.values());
        matching.setItemLabelGenerator(value -> getTranslation("people.matching." + value.name()));
        matching.setValue(rule.matching());
        matching.addValueChangeListener(event -> list.changed());
        text.setMaxLength(LevelRule.TEXT_LENGTH);
        text.setValue(rule.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> {
            text.setInvalid(false);
            list.changed();
        });
        level.setItems(Level.values());
        level.setItemLabelGenerator(value -> getTranslation("level." + value.name()));
        level.setValue(rule.level());
        level.addValueChangeListener(event -> list.changed());
        up.addClickListener(event -> list.move(this, -1));
        down.addClickListener(event -> list.move(this, 1));
        remove.addClickListener(event -> list.removeRule(this));
        for (var button : new Button[] {up, down, remove}) {
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        }
        var arrow = new Span("→");
        arrow.getElement().setAttribute("aria-hidden", "true");
        var buttons = new Span(up, down, remove);
        buttons.addClassName("weft-people-rule-buttons");
        add(number, matching, text, arrow, level, buttons);
    }

    /** Its place decides: it is told to screen readers with every field. */
    void at(int position, int of) {
        number.setText(String.valueOf(position));
        matching.setAriaLabel(getTranslation("people.levels.aria.matching", position));
        text.setAriaLabel(getTranslation("people.levels.aria.text", position));
        level.setAriaLabel(getTranslation("people.levels.aria.level", position));
        up.setAriaLabel(getTranslation("people.levels.aria.up", position));
        down.setAriaLabel(getTranslation("people.levels.aria.down", position));
        remove.setAriaLabel(getTranslation("people.levels.aria.remove", position));
        up.setEnabled(position > 1);
        down.setEnabled(position < of);
    }

    LevelRule rule() {
        return new LevelRule(matching.getValue(), text.getValue(), level.getValue());
    }

    boolean markMissingText() {
        var missing = text.getValue().isBlank();
        if (missing) {
            text.setErrorMessage(getTranslation("people.levels.error.noText"));
            text.setInvalid(true);
        }
        return missing;
    }

    void focusText() {
        text.focus();
    }

    void focusMove(int by) {
        (by < 0 ? up : down).focus();
    }
}
