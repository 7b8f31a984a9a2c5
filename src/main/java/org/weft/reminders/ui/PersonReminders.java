package org.weft.reminders.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Formats;
import org.weft.base.ui.StatusBadge;
import org.weft.base.ui.Tone;
import org.weft.progress.ui.PersonTab;
import org.weft.reminders.policy.PersonReminder;
import org.weft.reminders.policy.ReminderState;

/** The latest reminders by policy to a person: on which day, by which policy, and what became of each and why. */
@StyleSheet("styles/reminders.css")
class PersonReminders extends PersonTab.Content {

    private final transient LongFunction<List<PersonReminder>> latest;

    PersonReminders(LongFunction<List<PersonReminder>> latest) {
        this.latest = latest;
        addClassName("weft-person-reminders");
    }

    @Override
    public void show(long personId) {
        removeAll();
        var reminders = latest.apply(personId);
        if (reminders.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.CALENDAR_CLOCK,
                    getTranslation("reminders.person.empty.title"),
                    getTranslation("reminders.person.empty.text")));
            return;
        }
        var list = new UnorderedList();
        reminders.forEach(reminder -> list.add(item(reminder)));
        add(list);
    }

    private ListItem item(PersonReminder reminder) {
        var policy = reminder.policy();
        var about = reminder.about();
        var title = new Span(getTranslation(policy.key(), policy.args().toArray()));
        title.addClassName("weft-person-reminders-policy");
        var details = new Span(Stream.of(
                        Formats.of(this).date(reminder.day()),
                        about == null ? "" : getTranslation("reminders.forecast.about", about),
                        new OutcomeWords(this).of(reminder.reason(), reminder.mail()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · ")));
        details.addClassName("weft-person-reminders-details");
        var state = reminder.state();
        return new ListItem(
                title, new StatusBadge(tone(state), getTranslation("reminders.state." + state.name())), details);
    }

    private static Tone tone(ReminderState state) {
        return switch (state) {
            case PLANNED -> Tone.BLUE;
            case SENT -> Tone.GREEN;
            case HELD_BACK -> Tone.GREY;
            case MISSED, UNDELIVERED -> Tone.AMBER;
        };
    }
}
