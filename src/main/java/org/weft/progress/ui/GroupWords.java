package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.progress.ProgressGroup;

/** The words of a group's cells: its subtotals, where a participant's figures stand. */
record GroupWords(Component owner, Formats formats, ProgressGroup group) implements ProgressCard.Words {

    /** "Sales", "Team lead", "No team". */
    @Override
    public String name() {
        var level = group.key().level();
        if (level != null) {
            return owner.getTranslation("level." + level.name());
        }
        return group.name() == null
                ? owner.getTranslation("progress.group.none." + group.key().by().name())
                : group.name();
    }

    /** "12 people". */
    @Override
    public String sub() {
        return owner.getTranslation("progress.group.people", group.people());
    }

    @Override
    public String nextDue() {
        return "";
    }

    @Override
    public String talks() {
        return owner.getTranslation("progress.talks", group.conversations(), group.external());
    }

    @Override
    public String team() {
        return "";
    }

    @Override
    public String level() {
        return "";
    }

    @Override
    public String cohort() {
        return "";
    }

    @Override
    public double fraction() {
        return group.progress();
    }

    @Override
    public String percent() {
        return formats.percent(group.progress());
    }

    @Override
    public String done() {
        return formats.of(group.completed(), group.live());
    }

    @Override
    public String conversations() {
        return formats.number(group.conversations());
    }

    @Override
    public String external() {
        return formats.number(group.external());
    }

    @Override
    public String due() {
        return "";
    }

    @Override
    public String dueExact() {
        return "";
    }

    @Override
    public String dueNote() {
        return group.overdue() == 0 ? "" : owner.getTranslation("progress.group.overdue", group.overdue());
    }

    @Override
    public Tone healthTone() {
        return Tone.AMBER;
    }

    @Override
    public String health() {
        return group.atRisk() == 0 ? "" : owner.getTranslation("progress.group.risk", group.atRisk());
    }

    @Override
    public String activity() {
        return "";
    }

    @Override
    public String activityExact() {
        return "";
    }

    @Override
    public String reminder() {
        return "";
    }

    @Override
    public String reminderExact() {
        return "";
    }
}
