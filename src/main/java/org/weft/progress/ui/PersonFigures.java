package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.weft.base.ui.Formats;
import org.weft.base.ui.ProgressLine;
import org.weft.base.ui.StatusBadge;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** A person's row of the list, as a card: the same figures under the same names. */
class PersonFigures extends DescriptionList {

    private final Formats formats = Formats.of(this);

    PersonFigures(ProgressRow row) {
        addClassName("weft-progress-figures");
        figure(ProgressColumn.PROGRESS, new ProgressLine(row.progress(), formats.percent(row.progress())));
        figure(ProgressColumn.DONE, number(formats.of(row.completed(), row.live())));
        figure(ProgressColumn.CONVERSATIONS, number(formats.number(row.conversations())));
        figure(ProgressColumn.EXTERNAL, number(formats.number(row.external())));
        figure(ProgressColumn.NEXT_DUE, due(row));
        figure(
                ProgressColumn.HEALTH,
                row.live() == 0
                        ? new Span(Formats.NOTHING)
                        : StatusBadge.health(row.health().name()));
        figure(ProgressColumn.LAST_ACTIVITY, moment(row.lastActivity()));
        figure(ProgressColumn.LAST_REMINDER, moment(row.lastReminder()));
    }

    private void figure(ProgressColumn column, Component value) {
        add(new Div(new Term(getTranslation("progress.column." + column.name())), new Description(value)));
    }

    private static Span number(String text) {
        var span = new Span(text);
        span.addClassName("weft-numbers");
        return span;
    }

    private Span due(ProgressRow row) {
        var date = row.nextDue();
        if (date == null) {
            return new Span(Formats.NOTHING);
        }
        var due = new Span(number(formats.date(date)));
        due.addClassName("weft-due");
        due.setTitle(formats.longDate(date));
        if (row.overdueDays() > 0) {
            var note = new Span(formats.overdue(date, row.today()));
            note.addClassName("weft-due-note");
            due.add(note);
        }
        return due;
    }

    private Span moment(@Nullable Instant moment) {
        var span = number(moment == null ? Formats.NOTHING : formats.date(moment));
        if (moment != null) {
            span.setTitle(formats.exact(moment));
        }
        return span;
    }
}
