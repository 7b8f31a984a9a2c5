package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.base.ui.Tone;
import org.weft.progress.ProgressRow;

/** The words of a participant's cells. */
record PersonWords(Component owner, Formats formats, ProgressRow row) implements ProgressCard.Words {

    @Override
    public String name() {
        return row.name();
    }

    @Override
    public String sub() {
        return ProgressCells.subLine(owner, row);
    }

    @Override
    public String nextDue() {
        return row.nextDue() == null
                ? owner.getTranslation("progress.due.none")
                : owner.getTranslation("progress.due", due());
    }

    @Override
    public String talks() {
        return owner.getTranslation("progress.talks", row.conversations(), row.external());
    }

    @Override
    public String team() {
        return row.team() == null ? Formats.NOTHING : row.team();
    }

    @Override
    public String level() {
        // As everywhere, but with the places where a long word may be parted: the column is narrow.
        return owner.getTranslation("progress.level." + row.level().name());
    }

    @Override
    public String cohort() {
        return row.cohort();
    }

    @Override
    public double fraction() {
        return row.progress();
    }

    @Override
    public String percent() {
        return formats.percent(row.progress());
    }

    @Override
    public String done() {
        return formats.of(row.completed(), row.live());
    }

    @Override
    public String conversations() {
        return formats.number(row.conversations());
    }

    @Override
    public String external() {
        return formats.number(row.external());
    }

    @Override
    public String due() {
        return row.nextDue() == null ? Formats.NOTHING : formats.shortDate(row.nextDue(), row.today());
    }

    @Override
    public String dueExact() {
        return row.nextDue() == null ? "" : formats.longDate(row.nextDue());
    }

    @Override
    public String dueNote() {
        return row.nextDue() != null && row.overdueDays() > 0 ? formats.overdue(row.nextDue(), row.today()) : "";
    }

    @Override
    public Tone healthTone() {
        return Tone.ofHealth(row.health().name());
    }

    @Override
    public String health() {
        return row.live() == 0
                ? ""
                : owner.getTranslation("health." + row.health().name());
    }

    @Override
    public String activity() {
        return day(row.lastActivity());
    }

    @Override
    public String activityExact() {
        return exact(row.lastActivity());
    }

    @Override
    public String reminder() {
        return day(row.lastReminder());
    }

    @Override
    public String reminderExact() {
        return exact(row.lastReminder());
    }

    private String day(@Nullable Instant at) {
        return at == null ? Formats.NOTHING : formats.shortDate(LocalDate.ofInstant(at, formats.zone()), row.today());
    }

    private String exact(@Nullable Instant at) {
        return at == null ? "" : formats.exact(at);
    }
}
