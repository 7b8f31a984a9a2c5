package org.weft.reports;

import java.util.List;
import org.weft.reports.EscalationFact.Task;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Formula;
import org.weft.workbook.Formula.Where;
import org.weft.workbook.Rows;
import org.weft.workbook.SheetSpec;

/** The tables of what is overdue and of what leads were asked, and what can be counted over them. */
final class OverdueSheets {

    private final ReportWords words;

    OverdueSheets(ReportWords words) {
        this.words = words;
    }

    SheetSpec<OverdueFact> overdue(Rows<OverdueFact> rows) {
        return new SheetSpec<>(
                words.of("reports.figure.overdue"),
                List.of(
                        ColumnSpec.text(words.of("reports.column.employeeNumber"), OverdueFact::employeeNumber),
                        ColumnSpec.text(words.of("base.name"), OverdueFact::person),
                        ColumnSpec.text(words.of("reports.department"), fact -> words.department(fact.department())),
                        ColumnSpec.text(words.of("base.team"), OverdueFact::team),
                        ColumnSpec.text(words.of("reports.column.cohort"), OverdueFact::cohort),
                        ColumnSpec.text(words.of("reports.column.lead"), OverdueFact::lead),
                        ColumnSpec.text(words.of("reports.column.code"), OverdueFact::code),
                        ColumnSpec.text(words.of("reports.column.objective"), OverdueFact::title),
                        ColumnSpec.date(words.of("base.due"), OverdueFact::dueOn),
                        ColumnSpec.integer(words.of("reports.column.daysOverdue"), OverdueFact::daysOverdue),
                        ColumnSpec.text(
                                words.of("base.status"),
                                fact -> words.of("status." + fact.status().name())),
                        ColumnSpec.integer(words.of("reports.column.achieved"), OverdueFact::achieved),
                        ColumnSpec.integer(words.of("reports.column.target"), OverdueFact::target),
                        ColumnSpec.text(words.of("reports.column.unit"), OverdueFact::unit),
                        ColumnSpec.text(
                                words.of("base.health"),
                                fact -> words.of("health." + fact.health().name())),
                        ColumnSpec.dateTime(
                                words.of(
                                        "reports.column.lastActivity",
                                        words.zone().getId()),
                                OverdueFact::lastActivity),
                        ColumnSpec.text(
                                words.of("reports.column.reminded"), fact -> words.yesNo(fact.lastReminder() != null)),
                        ColumnSpec.dateTime(
                                words.of(
                                        "reports.column.lastReminder",
                                        words.zone().getId()),
                                OverdueFact::lastReminder)),
                rows);
    }

    SheetSpec<EscalationFact> escalations(Rows<EscalationFact> rows) {
        return new SheetSpec<>(
                words.of("reports.report.escalated"),
                List.of(
                        ColumnSpec.text(words.of("reports.column.employeeNumber"), EscalationFact::employeeNumber),
                        ColumnSpec.text(words.of("base.name"), EscalationFact::person),
                        ColumnSpec.text(words.of("reports.department"), fact -> words.department(fact.department())),
                        ColumnSpec.text(words.of("reports.column.cohort"), EscalationFact::cohort),
                        ColumnSpec.text(words.of("reports.column.lead"), EscalationFact::lead),
                        ColumnSpec.dateTime(
                                words.of("reports.column.askedAt", words.zone().getId()), EscalationFact::askedAt),
                        ColumnSpec.integer(words.of("reports.column.times"), EscalationFact::times),
                        ColumnSpec.<EscalationFact>text(task(), fact -> word(fact.task()))
                                .warning(word(Task.OPEN)),
                        ColumnSpec.dateTime(
                                words.of("reports.column.doneAt", words.zone().getId()), EscalationFact::doneAt),
                        ColumnSpec.dateTime(
                                words.of(
                                        "reports.column.lastActivity",
                                        words.zone().getId()),
                                EscalationFact::lastActivity)),
                rows);
    }

    Formula overdue(Where... where) {
        return Formula.count(words.of("reports.figure.overdue"), where);
    }

    Formula tasks() {
        return Formula.count(words.of("reports.report.escalated"));
    }

    Formula tasks(Task task) {
        return Formula.count(words.of("reports.report.escalated"), Where.is(task(), word(task)));
    }

    Where olderThan(int days) {
        return Where.above(words.of("reports.column.daysOverdue"), days);
    }

    Where atMost(int days) {
        return Where.atMost(words.of("reports.column.daysOverdue"), days);
    }

    Where notReminded() {
        return Where.is(words.of("reports.column.reminded"), words.yesNo(false));
    }

    Where ofCohort(String name) {
        return Where.is(words.of("reports.column.cohort"), name);
    }

    private String word(Task task) {
        return words.of("reports.task." + task.name());
    }

    private String task() {
        return words.of("reports.column.task");
    }
}
