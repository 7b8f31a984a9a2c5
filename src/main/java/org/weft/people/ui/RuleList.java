package org.weft.people.ui;

import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import org.weft.people.Level;
import org.weft.people.LevelRule;
import org.weft.people.Matching;

/** The rules in their order, each to be edited, moved and removed in place. */
class RuleList extends OrderedList {

    private final transient Runnable edited;
    private boolean filling;

    RuleList(Runnable edited) {
        this.edited = edited;
        addClassName("weft-people-rules");
    }

    void fill(List<LevelRule> rules) {
        filling = true;
        removeAll();
        rules.forEach(rule -> add(new RuleLine(rule, this)));
        filling = false;
        arrange();
    }

    /** The rules as they stand, be their text right or not. */
    List<LevelRule> rules() {
        return lines().stream().map(RuleLine::rule).toList();
    }

    void addRule() {
        var line = new RuleLine(new LevelRule(Matching.WORD, "", Level.FRONT_LINE), this);
        add(line);
        changed();
        line.focusText();
    }

    void move(RuleLine line, int by) {
        var to = indexOf(line) + by;
        if (to >= 0 && to < getComponentCount()) {
            remove(line);
            addComponentAtIndex(to, line);
            changed();
            line.focusMove(by);
        }
    }

    void removeRule(RuleLine line) {
        remove(line);
        changed();
    }

    void changed() {
        if (!filling) {
            arrange();
            edited.run();
        }
    }

    /** Marks the rules without a text. @return whether there are any */
    boolean showMissingText() {
        var missing = lines().stream().filter(RuleLine::markMissingText).toList();
        missing.stream().findFirst().ifPresent(RuleLine::focusText);
        return !missing.isEmpty();
    }

    private List<RuleLine> lines() {
        return getChildren().map(RuleLine.class::cast).toList();
    }

    private void arrange() {
        var lines = lines();
        for (var position = 0; position < lines.size(); position++) {
            lines.get(position).at(position + 1, lines.size());
        }
    }
}
