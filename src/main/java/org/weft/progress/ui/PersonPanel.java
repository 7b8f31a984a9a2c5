package org.weft.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.NotFoundException;
import org.weft.base.ui.EmptyState;
import org.weft.base.ui.Errors;
import org.weft.base.ui.MoreMenu;
import org.weft.conversations.ConversationFilter;
import org.weft.conversations.ui.ConversationDialogs;
import org.weft.conversations.ui.ConversationList;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.ui.AssignmentList;
import org.weft.progress.HistoryEntry;
import org.weft.progress.LiveChanges;
import org.weft.progress.Neighbours;
import org.weft.progress.PersonHead;
import org.weft.progress.PersonProgressService;
import org.weft.progress.ProgressChanges;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressService;

/**
 * A person: who it is and how far, and below that the objectives, the conversations and what happened. It stays while
 * people change; so does the tab that is open.
 */
@SpringComponent
@org.springframework.context.annotation.Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonPanel extends Div {

    private static final String POINTED = "weft-progress-person-pointed";

    private final PersonProgressService persons;
    private final ProgressService progress;
    private final AssignmentList objectives;
    private final ConversationList talks;
    private final ConversationDialogs dialogs;
    private final List<ProgressAction> actions;
    private final List<PersonTab.Content> contents = new ArrayList<>();
    private final Scope scope;
    private final boolean readsOutbox;
    private final LiveCycle live;
    private final Div about = new Div();
    private final Div buttons = new Div();
    private final Div objectivesTab = new Div();
    private final PersonHistory history = new PersonHistory(this::history);
    private @Nullable PersonWays ways;
    private @Nullable PersonHost host;
    private @Nullable ProgressAddress address;
    private @Nullable Long participantId;
    private @Nullable List<Object> buttonsFor;

    PersonPanel(
            PersonProgressService persons,
            ProgressService progress,
            AssignmentList objectives,
            ConversationList talks,
            ConversationDialogs dialogs,
            ObjectProvider<ProgressAction> actions,
            ObjectProvider<PersonTab> contributed,
            LiveChanges changes,
            CurrentUser currentUser) {
        this.persons = persons;
        this.progress = progress;
        this.objectives = objectives;
        this.talks = talks;
        this.dialogs = dialogs;
        this.actions = ProgressActions.offered(actions, currentUser);
        scope = currentUser.scope();
        readsOutbox = currentUser.has(Role.HR);
        live = new LiveCycle(this, changes, this::follow);
        addClassName("weft-progress-person");
        about.addClassName("weft-progress-person-head");
        buttons.addClassName("weft-progress-person-actions");
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
        contributed
                .orderedStream()
                .filter(tab -> currentUser.has(tab.roles().toArray(Role[]::new)))
                .forEach(tab -> {
                    var content = tab.open();
                    contents.add(content);
                    tabs.add(getTranslation(tab.labelKey()), content);
                });
        add(about, buttons, tabs);
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
        history.begin();
        contents.forEach(content -> content.show(person.personId()));
        participantId = person.participation().map(ProgressRow::id).orElse(null);
        live.follow(participantId == null ? null : cycleId(person));
        pointAt(at.assignmentId());
        return person;
    }

    private void showObjectives(PersonHead person) {
        if (person.participation().isPresent()) {
            objectives.show(person.personId(), cycleId(person));
            if (objectives.getParent().isEmpty()) {
                objectivesTab.removeAll();
                objectivesTab.add(objectives);
            }
        } else {
            objectivesTab.removeAll();
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
        about.removeAll();
        about.add(new PersonHeader(person, at, Objects.requireNonNull(host).beside(), readsOutbox));
        person.participation().ifPresent(row -> about.add(new PersonFigures(row)));
        showButtons(person);
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

    /** Built anew for somebody else only: the focus may be on one of them. */
    private void showButtons(PersonHead person) {
        var whose = List.<Object>of(person.personId(), person.participation().map(ProgressRow::id));
        if (whose.equals(buttonsFor)) {
            return;
        }
        buttonsFor = whose;
        buttons.removeAll();
        var log = new Button(getTranslation("progress.person.log"), VaadinIcon.COMMENTS_O.create());
        log.addThemeVariants(ButtonVariant.PRIMARY);
        log.addClickListener(event -> log(person.personId(), List.of()));
        buttons.add(log);
        person.participation().ifPresent(participant -> showActions(participant.id()));
    }

    /** The first as a button, the rest in a menu. */
    private void showActions(long id) {
        var more = new MoreMenu();
        for (var action : actions.stream().filter(ProgressAction::enabled).toList()) {
            var label = getTranslation(action.labelKey(), 1L);
            Runnable open = () -> Errors.run(() -> action.open(List.of(id), this::changed));
            if (buttons.getComponentCount() == 1) {
                buttons.add(new Button(label, action.icon().create(), event -> open.run()));
            } else {
                more.item(label, open);
            }
        }
        if (!more.menu().getItems().isEmpty()) {
            buttons.add(more);
        }
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

    /** What others change shows here too; nothing that is opened or focused is touched unless it has changed. */
    private void follow(ProgressChanges told) {
        if (participantId == null || !told.concern(participantId)) {
            return;
        }
        try {
            readHead();
            objectives.refresh();
            talks.refresh();
            history.refresh();
        } catch (NotFoundException outOfScope) {
            Objects.requireNonNull(host).go(Objects.requireNonNull(address).person(null));
        }
    }

    /** Figures and history follow what was done here; the list beside too. */
    private void changed() {
        readHead();
        history.refresh();
        Objects.requireNonNull(host).changed();
    }

    private void pointAt(@Nullable Long assignmentId) {
        objectives.getChildren().forEach(card -> card.removeClassName(POINTED));
        var at = objectives.rows().stream().map(AssignmentRow::id).toList().indexOf(assignmentId);
        if (at >= 0) {
            var card = objectives.getChildren().toList().get(at);
            card.addClassName(POINTED);
            // Once the panel has slid in and the tab has drawn it.
            card.getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'nearest'}), 300)");
        }
    }
}
