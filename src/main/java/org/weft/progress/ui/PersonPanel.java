package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.conversations.ConversationFilter;
import org.weft.conversations.ui.ConversationDialogs;
import org.weft.conversations.ui.ConversationList;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.ui.AssignmentList;
import org.weft.progress.HistoryEntry;
import org.weft.progress.Neighbours;
import org.weft.progress.PersonHead;
import org.weft.progress.PersonProgressService;
import org.weft.progress.ProgressService;

/**
 * A person: who it is and how far, and below that the objectives, the conversations and what happened. It stays while
 * people change; so does the tab that is open.
 */
@SpringComponent
@org.springframework.context.annotation.Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonPanel extends Div {

    private final PersonProgressService persons;
    private final ProgressService progress;
    private final AssignmentList objectives;
    private final ConversationList talks;
    private final ConversationDialogs dialogs;
    private final List<ProgressAction> actions;
    private final Scope scope;
    private final Div head = new Div();
    private final Div objectivesTab = new Div();
    private final PersonHistory history = new PersonHistory(this::history);
    private @Nullable PersonWays ways;
    private @Nullable PersonHost host;
    private @Nullable ProgressAddress address;

    PersonPanel(
            PersonProgressService persons,
            ProgressService progress,
            AssignmentList objectives,
            ConversationList talks,
            ConversationDialogs dialogs,
            ObjectProvider<ProgressAction> actions,
            CurrentUser currentUser) {
        this.persons = persons;
        this.progress = progress;
        this.objectives = objectives;
        this.talks = talks;
        this.dialogs = dialogs;
        this.actions = SelectionBar.offered(actions, currentUser);
        scope = currentUser.scope();
        addClassName("weft-progress-person");
        head.addClassName("weft-progress-person-head");
        objectives.onChange(this::changed);
        objectives.action(
                getTranslation("progress.person.log"),
                VaadinIcon.COMMENTS_O,
                row -> row.status().isOpen(),
                row -> log(row.personId(), List.of(row.id())));
        talks.onChange(() -> {
            objectives.refresh();
            changed();
        });
        var tabs = new TabSheet();
        tabs.addClassName("weft-progress-person-tabs");
        tabs.addThemeVariants(TabSheetVariant.NO_PADDING, TabSheetVariant.AURA_NO_BORDER);
        tabs.add(getTranslation("progress.person.objectives"), objectivesTab);
        tabs.add(getTranslation("progress.person.conversations"), talks);
        tabs.add(getTranslation("progress.person.history"), history);
        add(head, tabs);
    }

    /**
     * @param at names the person, the cycle, and the list the person was chosen from
     * @return who is shown
     * @throws NotFoundException where the address names nobody within the scope
     */
    PersonHead show(PersonHost where, ProgressAddress at) {
        host = where;
        address = at;
        if (ways == null) {
            ways = new PersonWays(where);
            addComponentAsFirst(ways);
        }
        var person = readHead();
        showObjectives(person);
        talks.show(
                person.personId(),
                person.cycle()
                        .map(cycle -> ConversationFilter.between(cycle.startsOn(), cycle.endsOn()))
                        .orElseGet(ConversationFilter::all));
        history.refresh();
        pointAt(at.assignmentId());
        return person;
    }

    private void showObjectives(PersonHead person) {
        objectivesTab.removeAll();
        if (person.participation().isPresent()) {
            objectives.show(person.personId(), cycleId(person));
            objectivesTab.add(objectives);
        } else {
            objectivesTab.add(new EmptyState(
                    VaadinIcon.CALENDAR,
                    getTranslation("progress.person.nocycle"),
                    getTranslation("progress.person.nocycle.text")));
        }
    }

    private PersonHead readHead() {
        var at = Objects.requireNonNull(address);
        var person = persons.head(scope, personId(), at.cycleId());
        Objects.requireNonNull(ways).show(person, at, neighbours(person, at));
        head.removeAll();
        head.add(new PersonHeader(person, at, Objects.requireNonNull(host).beside()));
        person.participation().ifPresent(row -> head.add(new PersonFigures(row)));
        head.add(buttons(person));
        return person;
    }

    private long personId() {
        return Objects.requireNonNull(Objects.requireNonNull(address).personId());
    }

    private static long cycleId(PersonHead person) {
        return Objects.requireNonNull(person.cycleId());
    }

    private Neighbours neighbours(PersonHead person, ProgressAddress at) {
        return person.participation()
                .map(row -> progress.neighbours(scope, at.filter(cycleId(person)), at.sort(), row.id()))
                .orElse(new Neighbours(null, null));
    }

    private Div buttons(PersonHead person) {
        var row = new Div();
        row.addClassName("weft-progress-person-actions");
        var log = new Button(getTranslation("progress.person.log"), VaadinIcon.COMMENTS_O.create());
        log.addThemeVariants(ButtonVariant.PRIMARY);
        log.addClickListener(event -> log(person.personId(), List.of()));
        row.add(log);
        person.participation()
                .ifPresent(participant -> actions.stream()
                        .filter(ProgressAction::enabled)
                        .forEach(action -> row.add(new Button(
                                getTranslation(action.labelKey(), 1L),
                                action.icon().create(),
                                event -> Errors.run(() -> action.open(List.of(participant.id()), this::changed))))));
        return row;
    }

    private void log(long personId, List<Long> assignmentIds) {
        Errors.run(() -> dialogs.log(List.of(personId), assignmentIds, () -> {
            objectives.refresh();
            talks.refresh();
            changed();
        }));
    }

    private List<HistoryEntry> history(int offset, int limit) {
        return persons.history(scope, personId(), offset, limit);
    }

    /** Figures and history follow what was done here; the list beside too. */
    private void changed() {
        readHead();
        history.refresh();
        Objects.requireNonNull(host).changed();
    }

    private void pointAt(@Nullable Long assignmentId) {
        var at = objectives.rows().stream().map(AssignmentRow::id).toList().indexOf(assignmentId);
        if (at >= 0) {
            var card = objectives.getChildren().toList().get(at);
            card.addClassName("weft-progress-person-pointed");
            // Once the panel has slid in and the tab has drawn it.
            card.getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'nearest'}), 300)");
        }
    }
}
