package org.weft.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.progress.FacetText;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.Workbooks;

/**
 * Makes the workbooks of the catalogue, on behalf of the signed-in account and in its scope, and records that they were
 * taken out.
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR', 'MANAGER')")
public class ReportService {

    private final Map<ReportKind, Report> reports;
    private final Workbooks workbooks;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final CycleService cycles;
    private final ProgressService progress;
    private final Clock clock;
    private final String version;

    ReportService(
            List<Report> reports,
            Workbooks workbooks,
            Translations translations,
            CurrentUser currentUser,
            AuditTrail audit,
            CycleService cycles,
            ProgressService progress,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.reports = reports.stream().collect(Collectors.toMap(Report::kind, Function.identity()));
        this.workbooks = workbooks;
        this.translations = translations;
        this.currentUser = currentUser;
        this.audit = audit;
        this.cycles = cycles;
        this.progress = progress;
        this.clock = clock;
        // Started from an editor nothing was built.
        version = build.stream().findFirst().map(BuildProperties::getVersion).orElse("-");
    }

    /** The workbooks this account may have made, in the order of the catalogue. */
    public List<ReportKind> offered() {
        return Arrays.stream(ReportKind.values())
                .filter(reports::containsKey)
                .filter(this::mayRead)
                .toList();
    }

    /**
     * Whether this account may have it of some people alone. Where groups of few are hidden it may not: the difference of two
     * filters would tell what each of them hides.
     */
    public boolean filterable(ReportKind kind) {
        return !kind.ofFigures() || currentUser.has(Role.HR);
    }

    /** What a view's filter is called, each facet by name with its value. Names are those of people and teams in scope. */
    @Transactional(readOnly = true)
    public List<Text> filter(ReportRequest request) {
        return request.view().narrows() ? filters(List.of(request)).getOrDefault(request, List.of()) : List.of();
    }

    /** As {@link #filter}, of many requests. One statement. */
    @Transactional(readOnly = true)
    public Map<ReportRequest, List<Text>> filters(Collection<ReportRequest> requests) {
        var said = progress.said(
                currentUser.scope(),
                requests.stream().map(ReportService::asked).distinct().toList());
        var filters = new HashMap<ReportRequest, List<Text>>();
        requests.forEach(request -> filters.put(
                request,
                said.getOrDefault(asked(request), Map.of()).entrySet().stream()
                        .map(facet -> Text.of("reports.filter.facet", FacetText.name(facet.getKey()), facet.getValue()))
                        .toList()));
        return filters;
    }

    private static ProgressFilter asked(ReportRequest request) {
        return request.view().filter(request.cycleId());
    }

    /**
     * About how many rows it will have, found out cheaply. 0 where there is no such cycle within the scope.
     *
     * @throws AccessDeniedException if this account may not have it
     * @throws InvalidInputException if this account may not have it of some people alone
     */
    @Transactional(readOnly = true)
    public long rows(ReportRequest request) {
        var report = report(request.kind());
        var scope = scope(request);
        return switch (request.format()) {
            case XLSX -> report.rows(scope, request.cycleId());
            case CSV -> report.tableRows(scope, request.cycleId());
            // Figures alone.
            case PDF -> 0;
        };
    }

    /**
     * Writes a workbook into a file that is handed out once.
     *
     * @throws NotFoundException if there is no such cycle within the scope
     * @throws InvalidInputException if there is nothing in it that may be shown, or nobody of those asked for
     */
    // One picture of the data: the rows add up to the figures.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public WorkbookFile create(ReportRequest request) {
        var draft = draft(request);
        var format = request.format();
        return workbooks.file(draft.name(format), draft.spec(format), format);
    }

    /**
     * Writes a workbook to a stream, and leaves the stream open.
     *
     * @param rows told every hundred how many are written; what it throws ends the writing
     * @return the name it is handed out under, with its ending
     * @throws NotFoundException if there is no such cycle within the scope
     * @throws InvalidInputException if there is nothing in it that may be shown
     * @throws IOException if the stream does not take it
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String write(ReportRequest request, OutputStream out, LongConsumer rows) throws IOException {
        var draft = draft(request);
        var format = request.format();
        workbooks.write(out, draft.spec(format).telling(rows), format);
        // What does not take the last of it has not got the workbook: then it is not in the trail.
        out.flush();
        return format.fileName(draft.name(format));
    }

    /**
     * The cycles in which this account sees somebody, as far as that kind reaches; the latest first.
     *
     * @throws AccessDeniedException if this account may not have it
     */
    @Transactional(readOnly = true)
    public List<CycleOption> cycles(ReportKind kind) {
        report(kind);
        return cycles.options(scope(kind));
    }

    private Report.Draft draft(ReportRequest request) {
        var report = report(request.kind());
        var scope = scope(request);
        var words = new ReportWords(translations, request.locale(), request.zone());
        var cycle = cycles(request.kind()).stream()
                .filter(option -> option.id() == request.cycleId())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", request.cycleId()));
        refuseNobody(request, words);
        var draft = report.draft(new ReportFrame(
                request.kind(),
                scope,
                !currentUser.has(Role.HR),
                cycle,
                clock.instant(),
                words,
                currentUser.get().displayName(),
                version,
                request.view(),
                filter(request).stream().map(words::of).toList()));
        audit.record(AuditEvent.of("REPORT_MADE", "cycle", request.cycleId(), draft.name(request.format()))
                .detail(request.kind() + " " + request.format()));
        return draft;
    }

    /** A filter may leave nobody, or name what is gone by now: then that is why there is nothing. */
    private void refuseNobody(ReportRequest request, ReportWords words) {
        if (!request.view().narrows() || progress.matching(scope(request.kind()), asked(request)) > 0) {
            return;
        }
        var gone = progress.said(currentUser.scope(), asked(request)).entrySet().stream()
                .filter(facet -> facet.getValue().equals(FacetText.UNKNOWN))
                .map(facet -> words.of(FacetText.name(facet.getKey())))
                .collect(Collectors.joining(", "));
        throw new InvalidInputException(
                gone.isEmpty() ? Text.of("reports.filter.nobody") : Text.of("reports.filter.gone", gone));
    }

    private Report report(ReportKind kind) {
        if (!mayRead(kind)) {
            throw new AccessDeniedException("This account may not have " + kind);
        }
        return Objects.requireNonNull(reports.get(kind));
    }

    private Scope scope(ReportKind kind) {
        return kind.ofFigures() ? currentUser.figuresScope() : currentUser.scope();
    }

    private Scope scope(ReportRequest request) {
        var scope = scope(request.kind());
        if (!request.view().narrows()) {
            return scope;
        }
        if (!filterable(request.kind())) {
            throw new InvalidInputException(Text.of("reports.filter.refused"));
        }
        return progress.within(scope, asked(request));
    }

    private boolean mayRead(ReportKind kind) {
        return currentUser.has(kind.readers().toArray(Role[]::new));
    }
}
