package org.weft.reports;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.workbook.BarChart;
import org.weft.workbook.Fact;

/** Which departments have talked with which, and which have not yet. Figures of groups alone. */
@Component
class CoverageReport implements Report {

    /** A wider matrix cannot be read; the pairs are all there below. */
    static final int MOST_DEPARTMENTS = 100;

    private final CycleFigures figures;
    private final CycleConversations conversations;

    CoverageReport(CycleFigures figures, CycleConversations conversations) {
        this.figures = figures;
        this.conversations = conversations;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.COVERAGE;
    }

    @Override
    public long rows(Scope scope, long cycleId) {
        return 0;
    }

    @Override
    public Draft draft(ReportFrame frame) {
        var all = departments(frame);
        var departments = shown(frame, all);
        var joined = JoinedDepartments.of(
                all, departments.groups(), frame.words(), conversations.talks(frame.scope(), frame.cycleId()));
        if (joined.names().size() < 2) {
            throw new InvalidInputException(Text.of("reports.report.nothing.coverage"));
        }
        var words = frame.words();
        var sheets = new CoverageSheets(words, joined);
        var coverage = joined.coverage();
        var readable = joined.names().size() <= MOST_DEPARTMENTS;
        var book = new ReportBook(frame);
        book.figures(
                        Fact.integer(
                                        words.of("reports.workbook.departments"),
                                        joined.names().size())
                                .formula(readable ? sheets.departments() : null),
                        Fact.integer(words.of("reports.report.pairs"), coverage.pairs())
                                .formula(sheets.pairs()),
                        Fact.integer(words.of("reports.report.pairs.met"), coverage.met())
                                .formula(sheets.met()),
                        Fact.integer(words.of("reports.report.pairs.gaps"), coverage.pairs() - coverage.met())
                                .formula(sheets.gaps()),
                        Fact.percent(words.of("reports.figure.coverage"), coverage.share())
                                .note(words.of("reports.figure.coverage.of", coverage.met(), coverage.pairs()))
                                .formula(sheets.met().of(sheets.pairs())))
                .chart(least(book, joined, sheets))
                .define(Definition.COVERAGE, Definition.DEPARTMENT, Definition.JOINED);
        if (departments.together() > 0) {
            book.note(Text.of("reports.together.departments", SmallGroups.LEAST, departments.together()));
        }
        if (readable) {
            book.rows(sheets.matrix());
        } else {
            book.note(Text.of("reports.report.noCoverageMatrix", joined.names().size(), MOST_DEPARTMENTS));
        }
        return book.table(sheets.allPairs()).draft();
    }

    /** Departments in the narrow sense: people without one join nothing. */
    private List<Group> departments(ReportFrame frame) {
        var cells = figures.people(frame.scope(), frame.cycleId(), frame.asOf());
        var people =
                cells.stream().mapToInt(cell -> cell.figures().participants()).sum();
        if (people == 0) {
            throw new InvalidInputException(Text.of("reports.workbook.nothing"));
        }
        if (frame.protect() && people < SmallGroups.LEAST) {
            throw new InvalidInputException(Text.of("reports.withheld.text", SmallGroups.LEAST));
        }
        return InsightService.departments(cells).stream()
                .filter(group -> group.teamId() != null)
                .toList();
    }

    private static Breakdown shown(ReportFrame frame, List<Group> all) {
        if (!frame.protect()) {
            return new Breakdown(all, 0, false);
        }
        // The others come last, so whoever has no place by then is one of them.
        var shown = SmallGroups.protect(all, Text.of("reports.group.otherDepartments"));
        if (shown.hidden()) {
            throw new InvalidInputException(Text.of("reports.hidden.departments", SmallGroups.LEAST));
        }
        return shown;
    }

    /** The least joined first: that is where something can be done. */
    private static BarChart least(ReportBook book, JoinedDepartments joined, CoverageSheets sheets) {
        return book.shares(
                "reports.chart.joined",
                "reports.department",
                "reports.column.metShare",
                book.bars(
                        joined.leastFirst(),
                        joined.names()::get,
                        joined::share,
                        name -> sheets.metBy(name).of(sheets.pairsOf(name))));
    }
}
