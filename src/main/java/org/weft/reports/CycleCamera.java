package org.weft.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.reports.CycleConversations.Talks;

/** Takes the picture of a cycle from what people did: seven statements, each over all that is in scope. */
@Component
class CycleCamera {

    private final CycleSpans spans;
    private final CycleFigures people;
    private final CycleConversations conversations;
    private final CycleObjectives objectives;
    private final CycleReminders reminders;
    private final Clock clock;

    CycleCamera(
            CycleSpans spans,
            CycleFigures people,
            CycleConversations conversations,
            CycleObjectives objectives,
            CycleReminders reminders,
            Clock clock) {
        this.spans = spans;
        this.people = people;
        this.conversations = conversations;
        this.objectives = objectives;
        this.reminders = reminders;
        this.clock = clock;
    }

    CyclePicture take(Scope scope, long cycleId) {
        return take(scope, cycleId, clock.instant());
    }

    /** As it would have been taken at another moment, had everything been as it is now: what is overdue goes by the hour. */
    CyclePicture take(Scope scope, long cycleId, Instant asOf) {
        var talks = conversations.talks(scope, cycleId);
        return picture(
                scope, cycleId, asOf, talks, weeks(scope, cycleId, talks), objectives.byTemplate(scope, cycleId));
    }

    /** What a file about a cycle tells: no single objectives, and of weeks only the conversations. */
    CyclePicture count(Scope scope, long cycleId) {
        var talks = conversations.talks(scope, cycleId);
        return picture(scope, cycleId, clock.instant(), talks, List.of(talkWeeks(spans.of(cycleId), talks)), List.of());
    }

    private CyclePicture picture(
            Scope scope,
            long cycleId,
            Instant asOf,
            List<Talks> talks,
            List<Week> weeks,
            List<ObjectiveFigure> figures) {
        var across = conversations.acrossByGroup(scope, cycleId);
        var cells = people.people(scope, cycleId, asOf).stream()
                .map(cell -> cell.with(cell.figures().across(across.getOrDefault(cell.key(), 0L))))
                .toList();
        var departments = cells.stream()
                .map(FigureCell::departmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new CyclePicture(
                asOf,
                cells,
                weeks,
                figures,
                // A guest who takes no part in the cycle brings a department along that is not counted.
                Coverage.of(
                        departments,
                        talks.stream().map(Talks::departmentIds).distinct().toList()));
    }

    private List<Week> weeks(Scope scope, long cycleId, List<Talks> talks) {
        var weeks = spans.of(cycleId);
        var filled = talkWeeks(weeks, talks);
        objectives
                .completed(scope, cycleId)
                .forEach(day -> add(filled, weeks, day.day(), new Week(0, day.objectives(), 0, 0, 0, 0, 0)));
        objectives
                .due(scope, cycleId)
                .forEach(day -> add(filled, weeks, day.day(), new Week(0, 0, day.objectives(), 0, 0, 0, 0)));
        reminders
                .sent(scope, cycleId)
                .forEach(day -> add(filled, weeks, day.day(), new Week(0, 0, 0, 0, 0, day.reminded(), day.followed())));
        return List.of(filled);
    }

    private static Week[] talkWeeks(Weeks weeks, List<Talks> talks) {
        var filled = IntStream.range(0, weeks.count()).mapToObj(Week::empty).toArray(Week[]::new);
        talks.forEach(day -> add(filled, weeks, day.day(), new Week(0, 0, 0, day.conversations(), day.across(), 0, 0)));
        return filled;
    }

    private static void add(Week[] filled, Weeks weeks, LocalDate day, Week counts) {
        var number = weeks.number(day);
        filled[number] = filled[number].plus(counts);
    }
}
