package org.weft.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.weft.people.LevelRules;

/** A field to try a job title in: which level the rules give it, and which of them decides. */
class TryTitle extends Div {

    private final TextField title = new TextField();
    private final Paragraph answer = new Paragraph();
    private transient LevelRules rules = new LevelRules(0, List.of());

    TryTitle() {
        addClassName("weft-people-try");
        title.setLabel(getTranslation("people.levels.try"));
        title.setPlaceholder(getTranslation("people.levels.try.example"));
        title.setMaxLength(200);
        title.setClearButtonVisible(true);
        title.setValueChangeMode(ValueChangeMode.LAZY);
        title.addValueChangeListener(event -> tell());
        answer.getElement().setAttribute("role", "status");
        add(title, answer);
        tell();
    }

    void use(LevelRules rules) {
        this.rules = rules;
        tell();
    }

    private void tell() {
        if (title.getValue().isBlank()) {
            answer.setText("");
            return;
        }
        var level = getTranslation("level." + rules.levelOf(title.getValue()).name());
        answer.setText(rules.deciding(title.getValue())
                .map(rule -> getTranslation(
                        "people.levels.try.rule", level, rules.rules().indexOf(rule) + 1, rule.text()))
                .orElseGet(() -> getTranslation("people.levels.try.none", level)));
    }
}
