package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.objectives.AssignmentEventKind;
import org.weft.progress.HistoryEntry;

/** What happened to a person, the newest first; older things come on demand. */
class PersonHistory extends Div {

    private static final int PAGE = 20;

    /** Reads a slice of the history. */
    interface Entries {
        List<HistoryEntry> read(int offset, int limit);
    }

    private final Entries entries;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button();
    private List<HistoryEntry> shown = List.of();

    PersonHistory(Entries entries) {
        this.entries = entries;
        addClassName("weft-progress-history");
        more.setText(getTranslation("progress.history.more"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(event -> read(shown.size() + PAGE));
    }

    /** Begins with the newest. */
    void begin() {
        read(PAGE);
    }

    /** Reads anew as much as is shown. */
    void refresh() {
        read(Math.max(shown.size(), PAGE));
    }

    private void read(int length) {
        var next = entries.read(0, length + 1);
        more.setVisible(next.size() > length);
        var now = next.stream().limit(length).toList();
        if (getComponentCount() > 0 && now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        list.removeAll();
        shown.forEach(entry -> list.add(item(entry)));
        if (shown.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.TIME_BACKWARD,
                    getTranslation("progress.history.empty"),
                    getTranslation("progress.history.empty.text")));
        } else {
            add(list, more);
        }
    }

    private ListItem item(HistoryEntry entry) {
        var formats = Formats.of(this);
        var when = new Span(
                entry.actor() == null
                        ? formats.dateTime(entry.at())
                        : getTranslation("progress.history.by", formats.dateTime(entry.at()), entry.actor()));
        when.addClassName("weft-progress-history-when");
        when.setTitle(formats.exact(entry.at()));
        var item = new ListItem(new Span(words(entry)), when);
        item.getElement().setAttribute("data-source", entry.source().name());
        if (entry.note() != null && !entry.note().isBlank()) {
            var note = new Paragraph(entry.note());
            note.addClassName("weft-progress-history-note");
            item.add(note);
        }
        return item;
    }

    private String words(HistoryEntry entry) {
        var subject = entry.subject() == null ? "" : entry.subject();
        return switch (entry.source()) {
            case ASSIGNMENT -> assignment(AssignmentEventKind.valueOf(entry.what()), entry, subject);
            case MESSAGE -> getTranslation("progress.history.mail", subject, getTranslation("status." + entry.to()));
            case PARTICIPANT ->
                getTranslation("progress.history.participant", getTranslation("audit.action." + entry.what()), subject);
        };
    }

    private String assignment(AssignmentEventKind kind, HistoryEntry entry, String subject) {
        return switch (kind) {
            case ASSIGNED -> getTranslation("progress.history.assigned", subject);
            case STATUS -> getTranslation("progress.history.status", subject, getTranslation("status." + entry.to()));
            case CHECK_IN ->
                getTranslation(
                        "progress.history.checkin",
                        subject,
                        entry.health() == null
                                ? Formats.NOTHING
                                : getTranslation("health." + entry.health().name()));
            case CHANGED -> getTranslation("progress.history.changed", subject);
        };
    }
}
