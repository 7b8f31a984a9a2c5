package org.weft.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.weft.reports.RemindersReport.Batch;
import org.weft.reports.RemindersReport.OfPolicy;
import org.weft.reports.RemindersReport.OfWeek;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Formula;
import org.weft.workbook.Formula.Where;
import org.weft.workbook.Rows;
import org.weft.workbook.SheetSpec;

/** The tables of reminders that went out, and what can be counted over them. */
final class ReminderSheets {

    private final ReportWords words;
    private final Weeks weeks;

    ReminderSheets(ReportWords words, Weeks weeks) {
        this.words = words;
        this.weeks = weeks;
    }

    SheetSpec<OfPolicy> policies(List<OfPolicy> policies) {
        var columns = new ArrayList<ColumnSpec<OfPolicy>>();
        columns.add(ColumnSpec.text(policy(), OfPolicy::policy));
        columns.addAll(figures(OfPolicy::batch));
        return new SheetSpec<>(words.of("reports.report.policies"), columns, policies);
    }

    SheetSpec<OfWeek> weeks(List<OfWeek> happened) {
        var columns = new ArrayList<ColumnSpec<OfWeek>>();
        columns.add(ColumnSpec.date(words.of("reports.column.weekFrom"), week -> weeks.firstDay(week.number())));
        columns.add(ColumnSpec.date(words.of("reports.column.weekTo"), week -> weeks.lastDay(week.number())));
        columns.addAll(figures(OfWeek::batch));
        return new SheetSpec<>(words.of("reports.report.weeks"), columns, happened);
    }

    private <T> List<ColumnSpec<T>> figures(Function<T, Batch> batch) {
        return List.<ColumnSpec<Batch>>of(
                        ColumnSpec.integer(table(), Batch::reminders),
                        ColumnSpec.integer(words.of("reports.column.followedTalk"), Batch::talked),
                        ColumnSpec.integer(words.of("reports.column.followedCheckIn"), Batch::checkedIn),
                        ColumnSpec.integer(words.of("reports.series.followed"), Batch::followed),
                        ColumnSpec.percent(words.of("reports.column.followedShare"), Batch::share),
                        ColumnSpec.integer(words.of("reports.report.escalated"), Batch::escalated))
                .stream()
                .map(column -> column.<T>of(batch))
                .toList();
    }

    SheetSpec<ReminderFact> reminders(Rows<ReminderFact> rows) {
        return new SheetSpec<>(
                table(),
                List.of(
                        ColumnSpec.text(words.of("reports.column.employeeNumber"), ReminderFact::employeeNumber),
                        ColumnSpec.text(words.of("base.name"), ReminderFact::person),
                        ColumnSpec.text(words.of("reports.department"), fact -> words.department(fact.department())),
                        ColumnSpec.text(words.of("reports.column.cohort"), ReminderFact::cohort),
                        ColumnSpec.text(policy(), fact -> fact.policy().in(words)),
                        ColumnSpec.dateTime(
                                words.of("reports.column.sentAt", words.zone().getId()), ReminderFact::sentAt),
                        ColumnSpec.date(
                                words.of("reports.column.weekFrom"),
                                fact -> weeks.firstDay(weeks.number(LocalDate.ofInstant(fact.sentAt(), words.zone())))),
                        ColumnSpec.text(
                                words.of("reports.column.told"),
                                fact -> words.of(
                                        "reminders.policy.recipient." + (fact.toLead() ? "LEAD" : "PARTICIPANT"))),
                        ColumnSpec.text(words.of("reports.report.escalated"), fact -> words.yesNo(fact.escalated())),
                        ColumnSpec.text(words.of("reports.column.followedTalk"), fact -> words.yesNo(fact.talked())),
                        ColumnSpec.text(
                                words.of("reports.column.followedCheckIn"), fact -> words.yesNo(fact.checkedIn())),
                        ColumnSpec.text(words.of("reports.series.followed"), fact -> words.yesNo(fact.followed()))),
                rows);
    }

    Formula sent(Where... where) {
        return Formula.count(table(), where);
    }

    Where followed() {
        return yes("reports.series.followed");
    }

    Where talked() {
        return yes("reports.column.followedTalk");
    }

    Where checkedIn() {
        return yes("reports.column.followedCheckIn");
    }

    Where escalated() {
        return yes("reports.report.escalated");
    }

    Where ofPolicy(String name) {
        return Where.is(policy(), name);
    }

    Where ofWeek(int number) {
        return Where.on(words.of("reports.column.weekFrom"), weeks.firstDay(number));
    }

    private Where yes(String column) {
        return Where.is(words.of(column), words.yesNo(true));
    }

    private String table() {
        return words.of("reports.report.reminders");
    }

    private String policy() {
        return words.of("reports.column.policy");
    }
}
