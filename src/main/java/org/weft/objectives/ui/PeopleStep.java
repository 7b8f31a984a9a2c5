package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.ui.Errors;
import org.weft.base.ui.QueryState;
import org.weft.objectives.AssignAudience;
import org.weft.objectives.AssignablePeople;
import org.weft.objectives.AssignmentService;
import org.weft.people.Level;
import org.weft.programs.CohortOption;
import org.weft.programs.CohortService;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.programs.ui.CyclePicker;

/** The first step: a cohort of the cycle, or people of it by hand; and beside them who that is, by level. */
class PeopleStep extends Div implements AssignStep {

    private final transient AssignDraft draft;
    private final transient AssignmentService assignments;
    private final transient AssignablePeople assignable;
    private final transient CohortService cohorts;
    private final transient CurrentUser currentUser;
    private final transient Runnable progressed;
    private final CyclePicker cycles;
    private final RadioButtonGroup<AssignDraft.Way> way = new RadioButtonGroup<>();
    private final CohortChoice cohort = new CohortChoice(this::cohortChosen);
    private final PeopleChoice people;
    private final AudiencePanel panel;
    private transient @Nullable AssignAudience audience;

    PeopleStep(
            AssignDraft draft,
            AssignmentService assignments,
            AssignablePeople assignable,
            CycleService cycleService,
            CohortService cohorts,
            CurrentUser currentUser,
            Runnable progressed) {
        this.draft = draft;
        this.assignments = assignments;
        this.assignable = assignable;
        this.cohorts = cohorts;
        this.currentUser = currentUser;
        this.progressed = progressed;
        addClassName("weft-objectives-people");
        cycles = new CyclePicker(cycleService, currentUser.scope());
        cycles.onChosen(this::cycleChosen);
        way.setLabel(getTranslation("objectives.assign.whom"));
        way.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        way.setItemLabelGenerator(value -> switch (value) {
            case COHORT -> getTranslation("objectives.assign.cohort");
            case BY_HAND -> getTranslation("objectives.assign.byhand");
            case MARKED ->
                getTranslation("objectives.assign.marked", draft.marked().size());
        });
        way.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                draft.way(event.getValue());
                changed();
            }
        });
        people = new PeopleChoice(assignable, currentUser, this::peopleChosen);
        panel = new AudiencePanel((level, page) -> {
            var cycle = draft.cycle();
            return cycle == null
                    ? List.of()
                    : assignments.previewPeople(currentUser.scope(), draft.people(cycle), level, false, page);
        });
        var choice = new Div(cycles, way, cohort, people);
        choice.addClassName("weft-objectives-people-choice");
        add(choice, panel);
    }

    /** Takes cycle and cohort from the address, where it names ones that may be chosen. */
    void choose(QueryState query) {
        cycles.show(query);
        draft.cycle(cycles.cycle().orElse(null));
        var wanted = query.getLong("cohort");
        var options = options();
        draft.cohort(
                wanted.isPresent() && options.stream().anyMatch(option -> option.id() == wanted.getAsLong())
                        ? Long.valueOf(wanted.getAsLong())
                        : options.size() == 1 ? Long.valueOf(options.getFirst().id()) : null);
        if (options.isEmpty()) {
            draft.way(AssignDraft.Way.BY_HAND);
        }
    }

    /** Takes people marked elsewhere; the address names their cycle. */
    void choose(MarkedPeople marked) {
        if (draft.cycle() != null && draft.cycle().id() == marked.cycleId()) {
            draft.marked(marked.people());
        }
    }

    /** The levels that have somebody. */
    Set<Level> levels() {
        return audience == null || audience.levels().isEmpty()
                ? EnumSet.noneOf(Level.class)
                : EnumSet.copyOf(audience.levels().keySet());
    }

    @Nullable AssignAudience audience() {
        return audience;
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public void enter() {
        cohort.show(options(), draft.cohortId(), currentUser.has(Role.HR), draft.cycle());
        way.setItems(
                draft.marked().isEmpty()
                        ? List.of(AssignDraft.Way.COHORT, AssignDraft.Way.BY_HAND)
                        : List.of(AssignDraft.Way.values()));
        way.setValue(draft.way());
        var cycle = draft.cycle();
        if (cycle != null) {
            people.show(cycle, draft.people());
        }
        changed();
    }

    private List<CohortOption> options() {
        var cycle = draft.cycle();
        return cycle == null ? List.of() : cohorts.options(currentUser.scope(), cycle.id());
    }

    private void cycleChosen(CycleOption cycle) {
        draft.cycle(cycle);
        enter();
    }

    private void cohortChosen(@Nullable Long cohortId) {
        draft.cohort(cohortId);
        changed();
    }

    private void peopleChosen(Set<Long> chosen) {
        draft.people(chosen);
        changed();
    }

    private void changed() {
        cohort.setVisible(draft.way() == AssignDraft.Way.COHORT);
        people.setVisible(draft.way() == AssignDraft.Way.BY_HAND);
        audience = null;
        var cycle = draft.cycle();
        if (cycle != null && draft.hasPeople()) {
            Errors.run(() -> audience = assignments.audience(currentUser.scope(), draft.people(cycle)));
        }
        panel.show(audience);
        progressed.run();
    }

    @Override
    public Optional<String> problem() {
        if (audience == null) {
            return Optional.of(getTranslation(
                    draft.way() == AssignDraft.Way.COHORT
                            ? "objectives.assign.choose.cohort"
                            : "objectives.assign.choose.people"));
        }
        return audience.people() == 0
                ? Optional.of(getTranslation("objectives.assign.choose.empty"))
                : Optional.empty();
    }

    @Override
    public String next() {
        return getTranslation("objectives.assign.next.objectives");
    }

    @Override
    public String summary() {
        return audience == null ? "" : getTranslation("objectives.assign.people", audience.people());
    }
}
