package org.weft.reports;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.workbook.Rows;

/**
 * Counts the figures of a cycle over its facts as they go by, people first: the same that {@link CycleCamera#count} counts
 * in the database, without reading them once more.
 */
final class FactTally {

    private final Weeks span;
    private final Map<FigureCell.Key, Cell> cells = new HashMap<>();
    private final Week[] weeks;
    private final Set<List<Long>> together = new HashSet<>();

    FactTally(Weeks span) {
        this.span = span;
        weeks = IntStream.range(0, span.count()).mapToObj(Week::empty).toArray(Week[]::new);
    }

    Rows<PersonFact> people(Rows<PersonFact> rows) {
        return counted(rows, this::person);
    }

    Rows<ObjectiveFact> objectives(Rows<ObjectiveFact> rows) {
        return counted(rows, this::objective);
    }

    Rows<ConversationFact> conversations(Rows<ConversationFact> rows) {
        return counted(rows, this::conversation);
    }

    private static <T> Rows<T> counted(Rows<T> rows, Consumer<T> count) {
        return sink -> rows.forEach(row -> {
            count.accept(row);
            sink.accept(row);
        });
    }

    /** What was counted. Of weeks only the conversations, and no single objectives. */
    CyclePicture picture(Instant asOf) {
        var counted = cells.entrySet().stream()
                .map(entry -> entry.getValue().as(entry.getKey()))
                .toList();
        return new CyclePicture(
                asOf,
                counted,
                List.of(weeks),
                List.of(),
                Coverage.of(
                        counted.stream()
                                .map(FigureCell::departmentId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        together));
    }

    private void person(PersonFact fact) {
        var cell = cells.computeIfAbsent(fact.group(), key -> new Cell(fact));
        cell.participants++;
        cell.talking += fact.conversations() > 0 ? 1 : 0;
        cell.talks += fact.conversations();
        cell.atRisk += fact.health() == Health.AT_RISK || fact.health() == Health.OFF_TRACK ? 1 : 0;
        cell.progress += fact.progress();
    }

    private void objective(ObjectiveFact fact) {
        var cell = cell(fact.holder().group());
        cell.objectives.merge(fact.status(), 1L, Long::sum);
        cell.overdue += fact.overdue() ? 1 : 0;
    }

    private void conversation(ConversationFact fact) {
        var across = fact.across();
        var week = span.number(fact.heldOn());
        weeks[week] = weeks[week].plus(new Week(week, 0, 0, 1, across ? 1 : 0, 0, 0));
        if (across) {
            meet(fact.joined().map(Department::id).distinct().sorted().toList());
            for (var party : fact.parties()) {
                var group = party.group();
                if (group != null) {
                    cell(group).across++;
                }
            }
        }
    }

    /** By twos: of those there are few, of the ways many may come together there is no end. */
    private void meet(List<Long> departments) {
        for (var one = 0; one < departments.size(); one++) {
            for (var other = one + 1; other < departments.size(); other++) {
                together.add(List.of(departments.get(one), departments.get(other)));
            }
        }
    }

    private Cell cell(FigureCell.Key key) {
        return Objects.requireNonNull(cells.get(key), "People are read before what they do");
    }

    private static final class Cell {

        private final PersonFact first;
        private final Map<AssignmentStatus, Long> objectives = new EnumMap<>(AssignmentStatus.class);
        private int participants;
        private int talking;
        private long talks;
        private long across;
        private int atRisk;
        private double progress;
        private long overdue;

        Cell(PersonFact first) {
            this.first = first;
        }

        FigureCell as(FigureCell.Key key) {
            return new FigureCell(
                    key.cohortId(),
                    first.cohort(),
                    key.departmentId(),
                    first.departmentName(),
                    key.level(),
                    new Figures(participants, talking, talks, across, atRisk, progress, objectives, overdue));
        }
    }
}
