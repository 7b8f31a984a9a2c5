package org.weft.progress.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.base.Selection;
import org.weft.base.Translations;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.Fact;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/** What stands around the rows of an exported list or matrix: file name, author, and the sheet that says what it is. */
@Component
class ExportFrame {

    private final Workbooks workbooks;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final Clock clock;

    ExportFrame(Workbooks workbooks, Translations translations, CurrentUser currentUser, Clock clock) {
        this.workbooks = workbooks;
        this.translations = translations;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Words words(ExportRequest request) {
        return new Words(request.formats());
    }

    /** @param count how many rows the sheet has */
    WorkbookFile write(ExportRequest request, SheetSpec<?> rows, long count) {
        var words = words(request);
        var formats = request.formats();
        var now = clock.instant();
        var day = now.atZone(formats.zone()).toLocalDate().toString();
        return workbooks.file(
                words.of("progress.export.file", rows.name(), request.cycle(), day),
                new WorkbookSpec(
                        rows.name(),
                        currentUser.get().displayName(),
                        now,
                        formats.zone(),
                        formats.locale(),
                        List.of(rows, about(request, words, rows.name(), count))));
    }

    private AboutSheet about(ExportRequest request, Words words, String title, long count) {
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
        if (!request.selection().equals(Selection.ALL)) {
            facts.add(Fact.text(words.of("progress.export.rows.which"), words.of("progress.export.rows.marked")));
        }
        facts.add(Fact.integer(words.of("progress.export.rows"), count));
        facts.add(Fact.dateTime(words.of("progress.export.at"), clock.instant())
                .note(request.formats().zone().getId()));
        facts.add(Fact.text(words.of("progress.export.by"), currentUser.get().displayName()));
        return new AboutSheet(words.of("progress.export.about"), title, facts);
    }

    /** The reader's words, also away from the UI. */
    final class Words {
        private final Formats formats;

        private Words(Formats formats) {
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
