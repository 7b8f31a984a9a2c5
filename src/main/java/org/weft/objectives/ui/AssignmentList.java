package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.weft.access.CurrentUser;
import org.weft.base.ui.Cards;
import org.weft.base.ui.EmptyState;
import org.weft.objectives.AssignmentRow;
import org.weft.objectives.AssignmentService;

/**
 * The objectives of one person in one cycle, with what the signed-in account may do with each. Whom the account may not
 * see has none here.
 *
 * <p>A Spring bean of which every view gets its own: inject it, then {@link #show} and {@link #onChange}.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("styles/objectives.css")
public class AssignmentList extends Div {

    /** Something another feature lets people do with an assignment. */
    record Extra(
            String label,
            VaadinIcon icon,
            SerializablePredicate<AssignmentRow> offered,
            SerializableConsumer<AssignmentRow> run) {}

    private final transient AssignmentService assignments;
    private final transient CurrentUser currentUser;
    private final transient List<Extra> extras = new ArrayList<>();
    private final transient List<Runnable> listeners = new ArrayList<>();
    private transient List<AssignmentRow> rows = List.of();
    private final transient Cards<AssignmentRow> cards = new Cards<>(this, this::card);
    private @Nullable Component whenEmpty;
    private @Nullable Long only;
    private long personId;
    private long cycleId;

    AssignmentList(AssignmentService assignments, CurrentUser currentUser) {
        this.assignments = assignments;
        this.currentUser = currentUser;
        addClassName("weft-objectives-list");
        getElement().setAttribute("role", "list");
    }

    /** Shows the objectives of a person in a cycle, as they are now. */
    public void show(long personId, long cycleId) {
        this.personId = personId;
        this.cycleId = cycleId;
        only = null;
        refresh();
    }

    /** Shows one of them alone. */
    public void show(long personId, long cycleId, long assignmentId) {
        this.personId = personId;
        this.cycleId = cycleId;
        only = assignmentId;
        refresh();
    }

    /** Reads them anew. */
    public void refresh() {
        rows = assignments.forPerson(currentUser.scope(), personId, cycleId).stream()
                .filter(row -> only == null || row.id() == only)
                .toList();
        if (rows.isEmpty()) {
            cards.show(whenEmpty != null ? whenEmpty : nothing());
        } else {
            cards.show(rows);
        }
    }

    private Component card(AssignmentRow row) {
        return new AssignmentCard(
                row, extras, new AssignmentActions(assignments, currentUser, this::latest, this::changed));
    }

    /** What is shown now. */
    public List<AssignmentRow> rows() {
        return rows;
    }

    /** Calls back after each change made here; the list itself is up to date by then. */
    public AssignmentList onChange(Runnable listener) {
        listeners.add(listener);
        return this;
    }

    /** Offers one more thing to do, before all others, with those assignments the condition holds for. */
    public AssignmentList action(
            String label,
            VaadinIcon icon,
            SerializablePredicate<AssignmentRow> offered,
            SerializableConsumer<AssignmentRow> run) {
        extras.add(new Extra(label, icon, offered, run));
        return this;
    }

    /** Shows this in place of the usual words where there are no objectives. */
    public AssignmentList whenEmpty(Component component) {
        whenEmpty = component;
        return this;
    }

    private Optional<AssignmentRow> latest(AssignmentRow row) {
        refresh();
        return rows.stream().filter(current -> current.id() == row.id()).findFirst();
    }

    private void changed() {
        refresh();
        listeners.forEach(Runnable::run);
    }

    private Component nothing() {
        return new EmptyState(
                VaadinIcon.CLIPBOARD_CHECK,
                getTranslation("objectives.list.empty.title"),
                getTranslation("objectives.list.empty.text"));
    }
}
