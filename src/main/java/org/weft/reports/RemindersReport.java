package org.weft.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.reports.ReminderFacts.Sent;
import org.weft.workbook.BarChart;
import org.weft.workbook.Fact;
import org.weft.workbook.Rows;

/** The reminders of a cycle that went out, by policy and by week, and what followed within seven days. */
@Component
class RemindersReport implements Report {

    private final ReminderFacts facts;
    private final CycleSizes sizes;
    private final ReadAhead ahead;

    RemindersReport(ReminderFacts facts, CycleSizes sizes, ReadAhead ahead) {
        this.ahead = ahead;
        this.sizes = sizes;
        this.facts = facts;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.REMINDERS;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return sizes.of(scope, cycleId).participants();
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var sent = facts.count(frame);
        if (sent.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.report.nothing.reminders"));
        }
        return new Layout(frame, Weeks.of(frame.cycle()), sent).draft(ahead.of(sink -> facts.each(frame, sink)));
    }

    /** Some reminders together: those of a policy, or of a week. */
    record Batch(long reminders, long escalated, long talked, long checkedIn, long followed) {

        static Batch of(List<Sent> sent) {
            return new Batch(
                    sum(sent, Sent::reminders),
                    sum(sent, Sent::escalated),
                    sum(sent, Sent::talked),
                    sum(sent, Sent::checkedIn),
                    sum(sent, Sent::followed));
        }

        private static long sum(List<Sent> sent, ToLongFunction<Sent> figure) {
            return sent.stream().mapToLong(figure).sum();
        }

        /** Null without reminders. */
        @Nullable Double share() {
            return reminders == 0 ? null : (double) followed / reminders;
        }
    }

    record OfPolicy(String policy, Batch batch) {}

    record OfWeek(int number, Batch batch) {}

    private record Layout(ReportFrame frame, Weeks weeks, List<Sent> sent) {

        Draft draft(Rows<ReminderFact> rows) {
            var words = frame.words();
            var sheets = new ReminderSheets(words, weeks);
            var all = Batch.of(sent);
            var policies = policies();
            var happened = byWeek();
            var book = new ReportBook(frame);
            return book.figures(
                            Fact.integer(words.of("reports.report.reminders"), all.reminders())
                                    .note(words.of("reports.report.reminders.of"))
                                    .formula(sheets.sent()),
                            Fact.integer(words.of("reports.series.followed"), all.followed())
                                    .formula(sheets.sent(sheets.followed())),
                            Fact.percent(words.of("reports.column.followedShare"), all.share())
                                    .formula(sheets.sent(sheets.followed()).of(sheets.sent())),
                            Fact.integer(words.of("reports.column.followedTalk"), all.talked())
                                    .formula(sheets.sent(sheets.talked())),
                            Fact.integer(words.of("reports.column.followedCheckIn"), all.checkedIn())
                                    .formula(sheets.sent(sheets.checkedIn())),
                            Fact.integer(words.of("reports.report.escalated"), all.escalated())
                                    .formula(sheets.sent(sheets.escalated())))
                    .chart(book.shares(
                            "reports.chart.reminders.policies",
                            "reports.column.policy",
                            "reports.column.followedShare",
                            book.bars(
                                    policies,
                                    OfPolicy::policy,
                                    one -> Objects.requireNonNull(one.batch().share()),
                                    name -> sheets.sent(sheets.ofPolicy(name), sheets.followed())
                                            .of(sheets.sent(sheets.ofPolicy(name))))))
                    .chart(byWeek(book, sheets, happened))
                    .note(Text.of("reports.report.reminders.running"))
                    .table(sheets.policies(policies))
                    .table(sheets.weeks(happened))
                    .facts(sheets.reminders(rows))
                    .define(Definition.FOLLOWED, Definition.ESCALATED)
                    .draft();
        }

        private BarChart byWeek(ReportBook book, ReminderSheets sheets, List<OfWeek> happened) {
            return book.counts(
                    "reports.chart.reminders.weeks",
                    "reports.column.weekFrom",
                    "reports.report.reminders",
                    happened.stream()
                            .map(week -> new BarChart.Bar(
                                    frame.words().date(weeks.firstDay(week.number())),
                                    week.batch().reminders(),
                                    sheets.sent(sheets.ofWeek(week.number()))))
                            .toList());
        }

        /** Those that sent the most first. Two of one name are one: nobody could tell them apart. */
        private List<OfPolicy> policies() {
            var byName = new ArrayList<OfPolicy>();
            sent.stream()
                    .collect(Collectors.groupingBy(one -> one.policy().in(frame.words())))
                    .forEach((name, some) -> byName.add(new OfPolicy(name, Batch.of(some))));
            byName.sort(Comparator.<OfPolicy>comparingLong(one -> one.batch().reminders())
                    .reversed()
                    .thenComparing(OfPolicy::policy));
            return byName;
        }

        /** All weeks of the cycle, also those to come; what went out before or after is counted in the first or last. */
        private List<OfWeek> byWeek() {
            var byWeek = sent.stream().collect(Collectors.groupingBy(one -> weeks.number(one.day())));
            return IntStream.range(0, weeks.count())
                    .mapToObj(number -> new OfWeek(number, Batch.of(byWeek.getOrDefault(number, List.of()))))
                    .toList();
        }
    }
}
