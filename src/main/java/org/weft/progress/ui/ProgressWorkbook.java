package org.weft.progress.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.base.Translations;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressSelection;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/**
 * The progress list as a workbook: the rows and the order of the screen, out of the same statement, the columns under
 * the same names, and a second sheet that says what was chosen, when and by whom.
 */
@Component
class ProgressWorkbook {

    /**
     * What is on the screen.
     *
     * @param filters the filters that are set, in the reader's words: name and value
     */
    record Request(
            Scope scope,
            String cycle,
            ProgressFilter filter,
            Map<String, String> filters,
            ProgressSort sort,
            ProgressSelection selection,
            Formats formats) {}

    private final ProgressService progress;
    private final Workbooks workbooks;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final Clock clock;

    ProgressWorkbook(
            ProgressService progress,
            Workbooks workbooks,
            Translations translations,
            CurrentUser currentUser,
            Clock clock) {
        this.progress = progress;
        this.workbooks = workbooks;
        this.translations = translations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Writes it to a file. May run on any thread that carries the account's security context. */
    WorkbookFile write(Request request) {
        var words = new Words(request.formats());
        var now = clock.instant();
        var name = words.of(
                "progress.export.file",
                request.cycle(),
                now.atZone(request.formats().zone()).toLocalDate());
        var file = new AtomicReference<@Nullable WorkbookFile>();
        progress.export(
                request.scope(),
                request.filter(),
                request.sort(),
                request.selection(),
                request.cycle(),
                (count, rows) -> file.set(workbooks.file(
                        name,
                        new WorkbookSpec(
                                words.of("progress.title"),
                                currentUser.get().displayName(),
                                now,
                                request.formats().zone(),
                                request.formats().locale(),
                                List.of(
                                        new SheetSpec<ProgressRow>(
                                                words.of("progress.title"), columns(words), rows::forEach),
                                        about(request, words, count))))));
        return java.util.Objects.requireNonNull(file.get());
    }

    private static List<ColumnSpec<ProgressRow>> columns(Words words) {
        return Stream.of(ProgressColumn.values())
                .flatMap(column -> columns(column, words))
                .toList();
    }

    /** A cell of the screen that holds two values, such as "3 of 4", is two columns here, so that both can be counted with. */
    private static Stream<ColumnSpec<ProgressRow>> columns(ProgressColumn column, Words words) {
        var header = words.header(column);
        return switch (column) {
            case NAME ->
                Stream.of(
                        ColumnSpec.<ProgressRow>text(header, ProgressRow::name).width(28));
            case TEAM ->
                Stream.of(
                        ColumnSpec.<ProgressRow>text(header, ProgressRow::team).width(24));
            case LEVEL ->
                Stream.of(ColumnSpec.text(
                        header, row -> words.of("level." + row.level().name())));
            case COHORT ->
                Stream.of(ColumnSpec.<ProgressRow>text(header, ProgressRow::cohort)
                        .width(24));
            case PROGRESS -> Stream.of(ColumnSpec.percent(header, ProgressRow::progress));
            case DONE ->
                Stream.of(
                        ColumnSpec.integer(header, ProgressRow::completed),
                        ColumnSpec.integer(words.of("progress.export.total"), ProgressRow::live));
            case CONVERSATIONS -> Stream.of(ColumnSpec.integer(header, ProgressRow::conversations));
            case EXTERNAL -> Stream.of(ColumnSpec.integer(header, ProgressRow::external));
            case NEXT_DUE ->
                Stream.of(
                        ColumnSpec.date(header, ProgressRow::nextDue),
                        ColumnSpec.integer(
                                words.of("progress.export.overdue"),
                                row -> row.overdueDays() > 0 ? row.overdueDays() : null));
            case HEALTH ->
                Stream.of(ColumnSpec.text(
                        header,
                        row -> row.live() == 0
                                ? null
                                : words.of("health." + row.health().name())));
            case LAST_ACTIVITY -> Stream.of(ColumnSpec.dateTime(header, ProgressRow::lastActivity));
            case LAST_REMINDER -> Stream.of(ColumnSpec.dateTime(header, ProgressRow::lastReminder));
        };
    }

    private AboutSheet about(Request request, Words words, long count) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.text(words.of("progress.filter.cycle"), request.cycle()));
        request.filters().forEach((name, value) -> facts.add(Fact.text(name, value)));
        if (request.filters().isEmpty()) {
            facts.add(Fact.text(words.of("progress.export.filter"), words.of("progress.export.filter.none")));
        }
        var order = request.sort().ascending() ? "progress.export.ascending" : "progress.export.descending";
        facts.add(Fact.text(
                words.of("progress.export.sort"),
                words.of(order, words.header(request.sort().column()))));
        if (!request.selection().equals(ProgressSelection.ALL)) {
            facts.add(Fact.text(words.of("progress.export.rows.which"), words.of("progress.export.rows.marked")));
        }
        facts.add(Fact.integer(words.of("progress.export.rows"), count));
        facts.add(Fact.dateTime(words.of("progress.export.at"), clock.instant())
                .note(request.formats().zone().getId()));
        facts.add(Fact.text(words.of("progress.export.by"), currentUser.get().displayName()));
        return new AboutSheet(words.of("progress.export.about"), words.of("progress.title"), facts);
    }

    /** The reader's words, also away from the UI. */
    private final class Words {
        private final Formats formats;

        Words(Formats formats) {
            this.formats = formats;
        }

        String of(String key, Object... args) {
            return translations.translate(key, formats.locale(), args);
        }

        /** As on the screen, without the marks that say where a narrow head may break. */
        String header(ProgressColumn column) {
            return of("progress.column." + column.name()).replace("\u00AD", "");
        }
    }
}
