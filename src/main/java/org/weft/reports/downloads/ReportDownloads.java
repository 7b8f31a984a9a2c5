package org.weft.reports.downloads;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.TaskQueue;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.progress.FacetText;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;

/**
 * The workbooks that take their time: made in the background and kept for a while, for who asked for them alone.
 *
 * @see <a href="../../../../../../../docs/decisions/024-large-reports-lie-in-the-database.md">decision 024</a>
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR', 'MANAGER')")
public class ReportDownloads {

    private final DownloadStore store;
    private final TaskQueue tasks;
    private final ReportService reports;
    private final Translations translations;
    private final CycleService cycles;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final ReportProperties properties;
    private final TransactionTemplate transaction;

    ReportDownloads(
            DownloadStore store,
            TaskQueue reportTasks,
            ReportService reports,
            Translations translations,
            CycleService cycles,
            CurrentUser currentUser,
            AuditTrail audit,
            ReportProperties properties,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.tasks = reportTasks;
        this.reports = reports;
        this.translations = translations;
        this.cycles = cycles;
        this.currentUser = currentUser;
        this.audit = audit;
        this.properties = properties;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * What came of asking.
     *
     * @param rows about how many it will have
     * @param again whether it was under way before, and nothing new was begun
     */
    public record Asked(long id, long rows, boolean again) {}

    /**
     * Has a large workbook made in the background. Who asks again while it is under way gets the same.
     *
     * @return empty for a small one, which can be made at once ({@link ReportService#create})
     * @throws AccessDeniedException if this account may not have it
     * @throws NotFoundException if it is a large one and there is no such cycle within the scope
     * @throws InvalidInputException if too many are under way for this account
     */
    public Optional<Asked> ask(ReportRequest request) {
        var rows = reports.rows(request);
        return rows < properties.atOnce() ? Optional.empty() : Optional.of(order(request, rows));
    }

    /**
     * Has one made in the background for who does not wait for it at a page, however small it is; else as {@link #ask}.
     */
    public Asked order(ReportRequest request) {
        return order(request, reports.rows(request));
    }

    private Asked order(ReportRequest request, long rows) {
        var cycle = cycles.options(currentUser.figuresScope()).stream()
                .filter(option -> option.id() == request.cycleId())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", request.cycleId()));
        var asked = ask(request, cycle, rows);
        tasks.wake();
        return asked;
    }

    private Asked ask(ReportRequest request, CycleOption cycle, long rows) {
        var account = currentUser.get().id();
        while (true) {
            var there = store.underWay(account, request);
            if (there.isPresent()) {
                return new Asked(there.get(), rows, true);
            }
            try {
                return new Asked(transaction.execute(status -> add(account, request, cycle, rows)), rows, false);
            } catch (DuplicateKeyException e) {
                // Somebody with the same account was faster, by a moment: theirs is found now, unless it has ended
                // already.
                continue;
            }
        }
    }

    private long add(long account, ReportRequest request, CycleOption cycle, long rows) {
        if (store.countUnderWay(account) >= properties.most()) {
            throw new InvalidInputException(Text.of("reports.download.tooMany", properties.most()));
        }
        store.makeRoom(account);
        var filter = reports.filter(request).stream()
                .map(text -> FacetText.plain(translations.translate(text, request.locale())))
                .collect(Collectors.joining(" · "));
        var id = store.insert(account, request, cycle.label(), filter, rows);
        tasks.add(id);
        return id;
    }

    /** Those of this account that have not expired, the latest first. */
    @Transactional(readOnly = true)
    public List<ReportDownload> list() {
        return store.list(currentUser.get().id()).stream().map(this::seen).toList();
    }

    /** One of those in the list. */
    @Transactional(readOnly = true)
    public Optional<ReportDownload> find(long id) {
        return store.find(currentUser.get().id(), id).map(this::seen);
    }

    /** Calls one off that is under way; one that has ended, or is not this account's, is left as it is. */
    public void cancel(long id) {
        store.cancel(currentUser.get().id(), id);
    }

    /** Deletes one that has ended, with its file. */
    public void remove(long id) {
        store.remove(currentUser.get().id(), id);
    }

    /**
     * The file, to be read once, and recorded that it was taken out.
     *
     * @throws NotFoundException if this account has no such file, no longer, or may not see any more what it shows
     */
    @Transactional
    public ReportFile open(long id) {
        return open(id, "REPORT_FETCHED");
    }

    /** As {@link #open}, to go with a mail to its owner. */
    @Transactional
    public ReportFile attach(long id) {
        return open(id, "REPORT_MAILED");
    }

    private ReportFile open(long id, String action) {
        var download = find(id).filter(found -> found.state() == DownloadState.READY)
                .orElseThrow(() -> new NotFoundException("report", id));
        var name = String.valueOf(download.fileName());
        audit.record(AuditEvent.of(action, "report", id, name).detail(download.kind() + " " + download.format()));
        return new ReportFile(
                name,
                download.format(),
                download.size(),
                new PieceInput(download.size(), number -> store.piece(id, number)));
    }

    private ReportDownload seen(DownloadStore.Row row) {
        var download = row.download();
        return download.state() == DownloadState.READY && !maySee(currentUser.get(), download.kind(), row.madeFor())
                ? download.withheld()
                : download;
    }

    private boolean maySee(AccountDetails account, ReportKind kind, @Nullable MadeFor madeFor) {
        return madeFor != null
                && madeFor.staysWithin(account)
                && reports.offered().contains(kind);
    }
}
