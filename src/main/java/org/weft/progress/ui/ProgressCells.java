package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Locale;
import java.util.function.Function;
import org.weft.base.ui.Cells;
import org.weft.base.ui.Tone;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** How a line's values look in the cells of the list. */
class ProgressCells<T> {

    private final Function<T, CellWords> words;

    ProgressCells(Function<T, CellWords> words) {
        this.words = words;
    }

    /** Every column but the name, which lists draw each in their way. */
    LitRenderer<T> of(ProgressColumn column) {
        return switch (column) {
            case NAME -> throw new IllegalArgumentException("Drawn by the list");
            case TEAM -> wrapped(CellWords::team);
            case LEVEL -> wrapped(CellWords::level);
            case COHORT -> wrapped(CellWords::cohort);
            case PROGRESS -> Cells.progress(line -> words.apply(line).fraction(), value(CellWords::percent));
            case DONE -> number(CellWords::done);
            case CONVERSATIONS -> number(CellWords::conversations);
            case EXTERNAL -> number(CellWords::external);
            case NEXT_DUE -> due();
            case HEALTH -> Cells.badge(line -> words.apply(line).healthTone(), value(CellWords::health));
            case LAST_ACTIVITY -> moment(CellWords::activity, CellWords::activityExact);
            case LAST_REMINDER -> moment(CellWords::reminder, CellWords::reminderExact);
        };
    }

    private ValueProvider<T, String> value(Function<CellWords, String> one) {
        return line -> one.apply(words.apply(line));
    }

    private LitRenderer<T> wrapped(Function<CellWords, String> text) {
        return LitRenderer.<T>of("<span class=\"weft-progress-wrapped\">${item.text}</span>")
                .withProperty("text", value(text));
    }

    private LitRenderer<T> number(Function<CellWords, String> text) {
        return LitRenderer.<T>of("<span class=\"weft-numbers\">${item.text}</span>")
                .withProperty("text", value(text));
    }

    private LitRenderer<T> due() {
        return LitRenderer.<T>of("""
                        <span class="weft-due" title="${item.exact}">
                          <span class="weft-numbers">${item.date}</span>
                          ${item.note ? html`<span class="weft-due-note">${item.note}</span>` : ''}
                        </span>""")
                .withProperty("date", value(CellWords::due))
                .withProperty("exact", value(CellWords::dueExact))
                .withProperty("note", value(CellWords::dueNote));
    }

    private LitRenderer<T> moment(Function<CellWords, String> date, Function<CellWords, String> exact) {
        return LitRenderer.<T>of("<span class=\"weft-numbers\" title=\"${item.exact}\">${item.date}</span>")
                .withProperty("date", value(date))
                .withProperty("exact", value(exact));
    }

    /** Team and level, and that somebody has left. */
    static String subLine(Component owner, ProgressRow row) {
        var level = owner.getTranslation("level." + row.level().name());
        var place = row.team() == null ? level : row.team() + " · " + level;
        return row.active() ? place : owner.getTranslation("progress.left", place);
    }

    static String tone(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
