package org.weft.reports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weft.conversations.ConversationKind;
import org.weft.objectives.AssignmentStatus;
import org.weft.objectives.Health;
import org.weft.progress.ProgressView;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Formula;
import org.weft.workbook.Formula.Where;
import org.weft.workbook.Rows;
import org.weft.workbook.SheetSpec;

/** The tables a pivot is made of, a row per person, objective or conversation, and what can be counted over them. */
final class FactSheets {

    private final ReportWords words;

    FactSheets(ReportWords words) {
        this.words = words;
    }

    /**
     * @param view chosen columns come in their order, and behind them, hidden, those that figures are counted over; without
     *     any chosen, all there are
     */
    SheetSpec<PersonFact> people(ProgressView view, Rows<PersonFact> rows) {
        var columns = peopleColumns();
        if (view.columns().isEmpty()) {
            return new SheetSpec<>(people(), List.copyOf(columns.values()), rows);
        }
        var shown = view.columns().stream()
                .flatMap(column -> PersonColumn.of(column).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new SheetSpec<>(
                people(),
                Stream.concat(
                                shown.stream().map(columns::get),
                                PersonColumn.COUNTED.stream()
                                        .filter(column -> !shown.contains(column))
                                        .map(columns::get)
                                        .map(ColumnSpec::hide))
                        .toList(),
                rows);
    }

    private Map<PersonColumn, ColumnSpec<PersonFact>> peopleColumns() {
        var columns = new EnumMap<PersonColumn, ColumnSpec<PersonFact>>(PersonColumn.class);
        for (var column : PersonColumn.values()) {
            columns.put(column, column(column));
        }
        return columns;
    }

    private ColumnSpec<PersonFact> column(PersonColumn column) {
        return switch (column) {
            case EMPLOYEE_NUMBER ->
                ColumnSpec.text(words.of("reports.column.employeeNumber"), PersonFact::employeeNumber);
            case NAME -> ColumnSpec.text(words.of("base.name"), PersonFact::person);
            case DEPARTMENT -> ColumnSpec.text(department(), fact -> words.department(fact.departmentName()));
            case TEAM -> ColumnSpec.text(words.of("base.team"), PersonFact::team);
            case LEVEL ->
                ColumnSpec.text(
                        level(), fact -> words.of("level." + fact.level().name()));
            case LOCATION -> ColumnSpec.text(words.of("reports.column.location"), PersonFact::location);
            case COHORT -> ColumnSpec.text(words.of("reports.column.cohort"), PersonFact::cohort);
            case LEAD -> ColumnSpec.text(words.of("reports.column.lead"), PersonFact::lead);
            case LIVE -> ColumnSpec.integer(words.of("reports.column.live"), PersonFact::live);
            case COMPLETED -> ColumnSpec.integer(words.of("reports.column.completed"), PersonFact::completed);
            case PROGRESS -> ColumnSpec.percent(words.of("base.progress"), PersonFact::progress);
            case NEXT_DUE -> ColumnSpec.date(words.of("reports.column.nextDue"), PersonFact::nextDue);
            case HEALTH ->
                ColumnSpec.text(
                        words.of("base.health"),
                        fact -> words.of("health." + fact.health().name()));
            case CONVERSATIONS -> ColumnSpec.integer(conversations(), PersonFact::conversations);
            case EXTERNAL -> ColumnSpec.integer(words.of("reports.column.external"), PersonFact::external);
            case LAST_ACTIVITY ->
                ColumnSpec.dateTime(
                        words.of("reports.column.lastActivity", words.zone().getId()), PersonFact::lastActivity);
            case LAST_REMINDER ->
                ColumnSpec.dateTime(
                        words.of("reports.column.lastReminder", words.zone().getId()), PersonFact::lastReminder);
        };
    }

    SheetSpec<ObjectiveFact> objectives(Rows<ObjectiveFact> rows) {
        return new SheetSpec<>(
                objectives(),
                List.of(
                        ColumnSpec.text(
                                words.of("reports.column.employeeNumber"),
                                ObjectiveFact.holder(PersonFact::employeeNumber)),
                        ColumnSpec.text(words.of("base.name"), ObjectiveFact.holder(PersonFact::person)),
                        ColumnSpec.text(
                                department(),
                                fact -> words.department(fact.holder().departmentName())),
                        ColumnSpec.text(words.of("base.team"), ObjectiveFact.holder(PersonFact::team)),
                        ColumnSpec.text(
                                level(),
                                fact -> words.of(
                                        "level." + fact.holder().level().name())),
                        ColumnSpec.text(
                                words.of("reports.column.jobTitle"), ObjectiveFact.holder(PersonFact::jobTitle)),
                        ColumnSpec.text(
                                words.of("reports.column.location"), ObjectiveFact.holder(PersonFact::location)),
                        ColumnSpec.text(words.of("reports.column.cohort"), ObjectiveFact.holder(PersonFact::cohort)),
                        ColumnSpec.text(words.of("reports.column.code"), ObjectiveFact::code),
                        ColumnSpec.text(words.of("reports.column.objective"), ObjectiveFact::title),
                        ColumnSpec.text(
                                words.of("reports.column.type"),
                                fact -> words.of("objectivetype." + fact.type().name())),
                        ColumnSpec.text(
                                words.of("reports.column.planKind"),
                                fact -> words.of("plankind." + fact.planKind().name())),
                        ColumnSpec.integer(words.of("reports.column.target"), ObjectiveFact::target),
                        ColumnSpec.text(words.of("reports.column.unit"), ObjectiveFact::unit),
                        ColumnSpec.integer(words.of("reports.column.achieved"), ObjectiveFact::achieved),
                        ColumnSpec.percent(words.of("base.progress"), ObjectiveFact::progress),
                        ColumnSpec.date(words.of("base.due"), ObjectiveFact::dueOn),
                        ColumnSpec.<ObjectiveFact>text(overdueColumn(), fact -> words.yesNo(fact.overdue()))
                                .warning(words.yesNo(true)),
                        ColumnSpec.text(
                                status(),
                                fact -> words.of("status." + fact.status().name())),
                        ColumnSpec.dateTime(
                                words.of("reports.column.statusAt", words.zone().getId()), ObjectiveFact::statusAt),
                        ColumnSpec.text(
                                words.of("base.health"),
                                fact -> words.of("health." + fact.health().name()))),
                rows);
    }

    SheetSpec<ConversationFact> conversations(Rows<ConversationFact> rows) {
        return new SheetSpec<>(
                conversations(),
                List.of(
                        ColumnSpec.integer(words.of("reports.column.number"), ConversationFact::id),
                        ColumnSpec.date(words.of("reports.column.heldOn"), ConversationFact::heldOn),
                        ColumnSpec.text(
                                words.of("reports.column.conversationKind"),
                                fact -> words.of(
                                        "conversationkind." + fact.kind().name())),
                        ColumnSpec.text(words.of("reports.column.people"), fact -> String.join(", ", fact.people())),
                        ColumnSpec.integer(
                                words.of("reports.column.peopleCount"),
                                fact -> fact.people().size()),
                        ColumnSpec.text(
                                words.of("reports.column.departments"), fact -> String.join(", ", fact.departments())),
                        ColumnSpec.text(across(), fact -> words.yesNo(fact.across())),
                        ColumnSpec.dateTime(
                                words.of("reports.column.loggedAt", words.zone().getId()), ConversationFact::loggedAt)),
                rows);
    }

    Formula participants() {
        return Formula.count(people());
    }

    /** Those with at least one conversation. */
    Formula talking() {
        return Formula.count(people(), Where.above(conversations(), 0));
    }

    /** What the plans of people come to, of each as it is kept. */
    Formula completionOfPeople(Where... where) {
        return sumOfPeople("reports.column.completed", where).of(sumOfPeople("reports.column.live", where));
    }

    Formula talksPerPerson() {
        return Formula.sum(people(), conversations()).of(participants());
    }

    Formula people(Health health) {
        return Formula.count(people(), Where.is(words.of("base.health"), words.of("health." + health.name())));
    }

    private Formula sumOfPeople(String column, Where... where) {
        return Formula.sum(people(), words.of(column), where);
    }

    Formula completed(Where... where) {
        return objectives(AssignmentStatus.COMPLETED, where);
    }

    Formula live(Where... where) {
        return Stream.of(AssignmentStatus.values())
                .filter(AssignmentStatus::isLive)
                .map(status -> objectives(status, where))
                .reduce(Formula::plus)
                .orElseThrow();
    }

    Formula objectives(AssignmentStatus status, Where... where) {
        var conditions =
                Stream.concat(Stream.of(Where.is(status(), words.of("status." + status.name()))), Stream.of(where));
        return Formula.count(objectives(), conditions.toArray(Where[]::new));
    }

    Formula overdue() {
        return Formula.count(objectives(), Where.is(overdueColumn(), words.yesNo(true)));
    }

    Formula held() {
        return Formula.count(conversations());
    }

    Formula acrossDepartments() {
        return Formula.count(conversations(), Where.is(across(), words.yesNo(true)));
    }

    Formula held(ConversationKind kind) {
        return Formula.count(
                conversations(),
                Where.is(words.of("reports.column.conversationKind"), words.of("conversationkind." + kind.name())));
    }

    Formula heldBetween(LocalDate first, LocalDate last) {
        var day = words.of("reports.column.heldOn");
        return Formula.count(conversations(), Where.since(day, first), Where.until(day, last));
    }

    Where ofCohort(String name) {
        return Where.is(words.of("reports.column.cohort"), name);
    }

    Where ofDepartment(String name) {
        return Where.is(department(), name);
    }

    Where ofLevel(String name) {
        return Where.is(level(), name);
    }

    private String people() {
        return words.of("reports.workbook.people");
    }

    private String objectives() {
        return words.of("reports.workbook.facts");
    }

    private String conversations() {
        return words.of("reports.figure.conversations");
    }

    private String department() {
        return words.of("reports.department");
    }

    private String level() {
        return words.of("base.level");
    }

    private String status() {
        return words.of("base.status");
    }

    private String overdueColumn() {
        return words.of("reports.figure.overdue");
    }

    private String across() {
        return words.of("reports.figure.across");
    }
}
