package org.weft.objectives.ui;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weft.objectives.AssignRequest;
import org.weft.objectives.TemplateRow;
import org.weft.people.Level;
import org.weft.programs.CycleOption;

/**
 * What has been chosen on the way to assigning. It outlives every step and every error. Each different choice is a
 * request of its own; the same one sent twice is one request.
 */
class AssignDraft {

    /** An objective chosen for a level. Target and due date are null while the field holds nothing useful. */
    record Planned(
            TemplateRow template,
            @Nullable Integer target,
            @Nullable LocalDate dueOn) {}

    /** How people are chosen. */
    enum Way {
        COHORT,
        BY_HAND,
        /** Those brought along from the progress list. */
        MARKED
    }

    private record Key(Level level, long templateId) {}

    private @Nullable CycleOption cycle;
    private @Nullable Long cohortId;
    private Way way = Way.COHORT;
    private final Set<Long> people = new LinkedHashSet<>();
    private Set<Long> marked = Set.of();
    private final Map<Key, Planned> planned = new LinkedHashMap<>();
    private String requestId = UUID.randomUUID().toString();

    @Nullable CycleOption cycle() {
        return cycle;
    }

    @Nullable Long cohortId() {
        return way == Way.COHORT ? cohortId : null;
    }

    Way way() {
        return way;
    }

    Set<Long> people() {
        return people;
    }

    Set<Long> marked() {
        return marked;
    }

    /** Another cycle has other cohorts and participants; due dates are suggested anew. */
    void cycle(@Nullable CycleOption cycle) {
        if (this.cycle == null || cycle == null || this.cycle.id() != cycle.id()) {
            cohortId = null;
            people.clear();
            marked = Set.of();
            planned.clear();
        }
        this.cycle = cycle;
        changed();
    }

    void cohort(@Nullable Long cohortId) {
        this.cohortId = cohortId;
        way = Way.COHORT;
        changed();
    }

    void way(Way way) {
        this.way = way;
        changed();
    }

    /** People of the cycle who were marked elsewhere. */
    void marked(Set<Long> people) {
        marked = Set.copyOf(people);
        way = Way.MARKED;
        changed();
    }

    void people(Set<Long> chosen) {
        people.clear();
        people.addAll(chosen);
        way = Way.BY_HAND;
        changed();
    }

    /** Whether somebody could be meant by now. */
    boolean hasPeople() {
        return cycle != null && (way == Way.COHORT ? cohortId != null : !chosen().isEmpty());
    }

    void plan(Level level, Planned objective) {
        planned.put(new Key(level, objective.template().id()), objective);
        changed();
    }

    void drop(Level level, TemplateRow template) {
        planned.remove(new Key(level, template.id()));
        changed();
    }

    @Nullable Planned planned(Level level, TemplateRow template) {
        return planned.get(new Key(level, template.id()));
    }

    List<Planned> planned(Level level) {
        return planned.entrySet().stream()
                .filter(entry -> entry.getKey().level() == level)
                .map(Map.Entry::getValue)
                .toList();
    }

    int objectives() {
        return planned.size();
    }

    private Set<Long> chosen() {
        return switch (way) {
            case COHORT -> Set.of();
            case BY_HAND -> people;
            case MARKED -> marked;
        };
    }

    /** The people alone. */
    AssignRequest people(CycleOption cycle) {
        return new AssignRequest(requestId, cycle.id(), cohortId(), chosen(), List.of());
    }

    /** Everything, for the levels that have people; complete only where every line has its target and due date. */
    AssignRequest request(CycleOption cycle, Set<Level> levels) {
        var choices = planned.entrySet().stream()
                .filter(entry -> levels.contains(entry.getKey().level()))
                .map(entry -> {
                    var target = entry.getValue().target();
                    var dueOn = entry.getValue().dueOn();
                    return new AssignRequest.Choice(
                            entry.getKey().level(),
                            entry.getKey().templateId(),
                            target == null ? 0 : target,
                            dueOn == null ? cycle.endsOn() : dueOn);
                })
                .toList();
        return new AssignRequest(requestId, cycle.id(), cohortId(), chosen(), choices);
    }

    /** Starts over with the same cycle. */
    void clear() {
        cohortId = null;
        people.clear();
        marked = Set.of();
        planned.clear();
        way = way == Way.MARKED ? Way.COHORT : way;
        changed();
    }

    private void changed() {
        requestId = UUID.randomUUID().toString();
    }
}
