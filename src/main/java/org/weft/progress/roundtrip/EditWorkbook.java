package org.weft.progress.roundtrip;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.Selection;
import org.weft.base.Text;
import org.weft.programs.BulkProgress;
import org.weft.progress.ProgressService;
import org.weft.workbook.Fact;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/** Takes assignments out into a workbook that can be edited and brought back, and records that they were taken out. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
public class EditWorkbook {

    private final ProgressService progress;
    private final ExportReader reader;
    private final RowSeals seals;
    private final EditWords words;
    private final Workbooks workbooks;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final Clock clock;
    private final EditProperties properties;

    EditWorkbook(
            ProgressService progress,
            ExportReader reader,
            RowSeals seals,
            EditWords words,
            Workbooks workbooks,
            CurrentUser currentUser,
            AuditTrail audit,
            Clock clock,
            EditProperties properties) {
        this.progress = progress;
        this.reader = reader;
        this.seals = seals;
        this.words = words;
        this.workbooks = workbooks;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Writes the assignments of all participants that match, in their order, to a file.
     *
     * @param told of how many rows there are so far
     * @throws InvalidInputException where there is none, or more than a workbook may have
     */
    // One picture of the data: what a row says and what its key says are of one moment.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public WorkbookFile write(EditRequest request, BulkProgress told) {
        var participants = progress.ids(request.scope(), request.filter(), request.sort(), Selection.ALL);
        var count = reader.count(request.scope(), participants, properties.mostRows());
        if (count == 0) {
            throw new InvalidInputException(Text.of("progress.excel.error.nothing"));
        }
        if (count > properties.mostRows()) {
            throw new InvalidInputException(Text.of("progress.excel.error.tooMany", properties.mostRows()));
        }
        var now = clock.instant();
        var title = of(request, "progress.excel.sheet");
        var sheet = new EditSheet(words, request, seals.seal());
        var rows = new SheetSpec<ExportRow>(
                title, sheet.columns(), sink -> reader.each(request.scope(), participants, sink));
        var day = now.atZone(request.zone()).toLocalDate().toString();
        var file = workbooks.file(
                of(request, "progress.excel.file", request.cycle().label(), day),
                new WorkbookSpec(
                                title,
                                currentUser.get().displayName(),
                                now,
                                request.zone(),
                                request.locale(),
                                List.of(rows, sheet.howTo(frame(request, count, now))))
                        .telling(written -> told.at(written, count)));
        audit.record(AuditEvent.of(
                        "OBJECTIVES_EXPORTED",
                        "cycle",
                        request.cycle().id(),
                        request.cycle().label())
                .detail("to be edited, rows: " + count));
        return file;
    }

    private List<Fact> frame(EditRequest request, long count, Instant now) {
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.text(of(request, "progress.filter.cycle"), request.cycle().label()));
        request.filters().forEach((name, value) -> facts.add(Fact.text(name, value)));
        facts.add(Fact.integer(of(request, "progress.export.rows"), count));
        facts.add(Fact.dateTime(of(request, "progress.export.at"), now)
                .note(request.zone().getId()));
        facts.add(Fact.text(of(request, "progress.export.by"), currentUser.get().displayName()));
        return facts;
    }

    private String of(EditRequest request, String key, Object... args) {
        return words.of(key, request.locale(), args);
    }
}
