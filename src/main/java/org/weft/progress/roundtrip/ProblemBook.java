package org.weft.progress.roundtrip;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/** The cells that keep a file from being applied, as a workbook to be worked off beside it. */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
public class ProblemBook {

    private static final int CHUNK = 1000;

    private final EditUploads uploads;
    private final EditWords words;
    private final Workbooks workbooks;
    private final CurrentUser currentUser;
    private final Clock clock;

    ProblemBook(EditUploads uploads, EditWords words, Workbooks workbooks, CurrentUser currentUser, Clock clock) {
        this.uploads = uploads;
        this.words = words;
        this.workbooks = workbooks;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** @throws org.weft.base.NotFoundException if this account has no such file, or no longer */
    @Transactional(readOnly = true)
    public WorkbookFile write(long uploadId, Locale locale, ZoneId zone) {
        var upload = uploads.get(uploadId);
        var title = words.of("progress.excel.problems", locale);
        var columns = List.of(
                ColumnSpec.integer(words.of("progress.excel.problems.row", locale), CellProblem::row),
                ColumnSpec.<CellProblem>text(
                        words.of("progress.excel.problems.column", locale),
                        problem -> problem.column() == null
                                ? words.of("progress.excel.problems.whole", locale)
                                : words.column(problem.column(), locale)),
                ColumnSpec.text(words.of("progress.excel.problems.cell", locale), CellProblem::content),
                ColumnSpec.<CellProblem>text(
                        words.of("progress.excel.problems.reason", locale),
                        problem -> words.of(
                                problem.reason().key(),
                                locale,
                                problem.reason().args().toArray())));
        return workbooks.file(
                words.of("progress.excel.problems.file", locale, upload.fileName()),
                new WorkbookSpec(
                        title,
                        currentUser.get().displayName(),
                        clock.instant(),
                        zone,
                        locale,
                        List.of(new SheetSpec<CellProblem>(title, columns, sink -> {
                            for (var from = 0; from < upload.problems(); from += CHUNK) {
                                uploads.problems(uploadId, from, CHUNK).forEach(sink);
                            }
                        }))));
    }
}
