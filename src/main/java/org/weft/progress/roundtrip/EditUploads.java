package org.weft.progress.roundtrip;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.CurrentUser;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.objectives.PlanEdit;
import org.weft.objectives.PlanEdits;
import org.weft.objectives.PlanFigures;
import org.weft.programs.BulkProgress;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.programs.LeadEdit;
import org.weft.programs.LeadEdits;
import org.weft.workbook.ReadLimits;

/**
 * Brings edited workbooks back: {@link #upload} reads one and keeps what it changes, {@link #look} lays that beside what
 * is there, {@link #choose} decides what was changed on both sides, and {@link #apply} does it. Each is of the account that
 * uploaded it, and of nobody else.
 *
 * @see <a href="../../../../../../../docs/decisions/029-a-row-carries-what-it-was.md">decision 029</a>
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class EditUploads {

    private static final String THING = "upload";
    private static final int COLUMNS = 200;

    private final UploadStore uploads;
    private final RowStore rows;
    private final RowCheck check;
    private final RowSeals seals;
    private final EditWords words;
    private final LeadFinder leadFinder;
    private final PlanEdits plans;
    private final LeadEdits leads;
    private final PlanFigures figures;
    private final CycleService cycles;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;
    private final EditProperties properties;
    private final TransactionTemplate transaction;

    EditUploads(
            UploadStore uploads,
            RowStore rows,
            RowCheck check,
            RowSeals seals,
            EditWords words,
            LeadFinder leadFinder,
            PlanEdits plans,
            LeadEdits leads,
            PlanFigures figures,
            CycleService cycles,
            CurrentUser currentUser,
            AuditTrail audit,
            Clock clock,
            @Value("${weft.time-zone}") ZoneId zone,
            EditProperties properties,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.rows = rows;
        this.check = check;
        this.seals = seals;
        this.words = words;
        this.leadFinder = leadFinder;
        this.plans = plans;
        this.leads = leads;
        this.figures = figures;
        this.cycles = cycles;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
        this.properties = properties;
        transaction = new TransactionTemplate(transactions);
    }

    /** The largest file that is read. */
    public int maxMegabytes() {
        return properties.maxMegabytes();
    }

    /** How many days a file waits. */
    public long days() {
        return properties.keep().toDays();
    }

    /**
     * Reads a file, and keeps what it would change and every cell that cannot be.
     *
     * @param path where it lies; it is neither moved nor deleted
     * @param name the one it was uploaded under
     * @return its id
     * @throws InvalidInputException if it is no table, none that was taken out here, or about a cycle that is not to be seen
     */
    public long upload(Scope scope, Path path, String name, BulkProgress progress) {
        var limits = new ReadLimits(
                properties.maxMegabytes() * 1024L * 1024, properties.mostRows(), COLUMNS, ReadLimits.CELL_LENGTH);
        try (var file = EditFile.open(path, name, limits, words, seals.seal())) {
            var survey = file.survey(LocalDate.now(clock.withZone(zone)));
            if (survey.rows() == 0) {
                throw new InvalidInputException(Text.of("progress.excel.error.noRows", name));
            }
            if (survey.cycleId() == 0) {
                throw new InvalidInputException(Text.of("progress.excel.error.badKeys", name));
            }
            if (cycle(scope, survey.cycleId()) == null) {
                throw new InvalidInputException(Text.of("progress.excel.error.cycle", name));
            }
            var account = currentUser.get().id();
            uploads.makeRoom(account);
            var id = uploads.insert(account, survey.cycleId(), name);
            var reading = new FileReading(
                    scope, survey, leadFinder.find(scope, survey.leads()), words, check, sink(id), progress);
            reading.read(file);
            uploads.read(id, reading);
            return id;
        }
    }

    private FileReading.Sink sink(long id) {
        return new FileReading.Sink() {
            private int problems;

            @Override
            public void rows(List<StagedRow> read) {
                rows.add(id, read);
            }

            @Override
            public void problems(List<CellProblem> found) {
                rows.addProblems(id, problems, found);
                problems += found.size();
            }
        };
    }

    /** The cycle a file is about; null where the scope shows none of it any more. */
    @Transactional(readOnly = true)
    public @Nullable CycleOption cycle(Scope scope, long cycleId) {
        return cycles.options(scope).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElse(null);
    }

    /** The files of this account that have not expired, the latest first. One statement. */
    @Transactional(readOnly = true)
    public List<EditUpload> list() {
        return uploads.list(currentUser.get().id());
    }

    /** @throws NotFoundException if this account has no such file, or no longer */
    @Transactional(readOnly = true)
    public EditUpload get(long id) {
        return uploads.find(currentUser.get().id(), id).orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Lays a file that waits beside what is there by now. What was decided stays, where it is about the same.
     *
     * @throws NotFoundException if this account has no such file, or no longer
     */
    public EditUpload look(Scope scope, long id) {
        hold(id);
        if (!get(id).applied()) {
            rows.each(id, chunk -> {
                var looked = check.look(scope, chunk, check.stands(scope, chunk));
                var news = new ArrayList<StagedRow>();
                for (var at = 0; at < chunk.size(); at++) {
                    if (!looked.get(at).equals(chunk.get(at))) {
                        news.add(looked.get(at));
                    }
                }
                rows.update(id, news);
            });
        }
        return get(id);
    }

    private void hold(long id) {
        if (!uploads.hold(currentUser.get().id(), id)) {
            throw new NotFoundException(THING, id);
        }
    }

    /**
     * A page of what changes, or changed, in the order of the file. One statement beside the one that says whose it is.
     *
     * @param asking only what was changed on both sides, or cannot be
     */
    @Transactional(readOnly = true)
    public List<EditedRow> rows(Scope scope, long id, boolean asking, int offset, int limit) {
        get(id);
        return rows.page(scope, id, asking, offset, limit);
    }

    /** A page of the cells that cannot be, in the order of the file. */
    @Transactional(readOnly = true)
    public List<CellProblem> problems(long id, int offset, int limit) {
        get(id);
        return rows.problems(id, offset, limit);
    }

    /** Decides what was changed on both sides, for a row. Of what cannot be any more, only Weft's can be kept. */
    public EditUpload choose(long id, int row, Choice choice) {
        return choose(id, Integer.valueOf(row), choice);
    }

    /** As {@link #choose}, for all rows. */
    public EditUpload chooseAll(long id, Choice choice) {
        return choose(id, null, choice);
    }

    private EditUpload choose(long id, @Nullable Integer row, Choice choice) {
        hold(id);
        if (!get(id).applied()) {
            rows.choose(id, row, choice);
        }
        return get(id);
    }

    /** Forgets a file; what it changed stays changed. */
    public void discard(long id) {
        uploads.remove(currentUser.get().id(), id);
    }

    /**
     * Does all the file changes, as it is decided, or nothing. Once: who asks again gets the same answer.
     *
     * @throws StaleEditException if something it changes was changed since the last look; nothing is done, and a fresh look
     *     was taken
     * @throws InvalidInputException if cells have problems, or something is not decided yet
     * @throws NotFoundException if this account has no such file, or no longer
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public EditUpload apply(Scope scope, long id, BulkProgress progress) {
        try {
            return transaction.execute(status -> write(scope, id, progress));
        } catch (StaleEditException e) {
            transaction.executeWithoutResult(status -> look(scope, id));
            throw e;
        }
    }

    private EditUpload write(Scope scope, long id, BulkProgress progress) {
        hold(id);
        var upload = get(id);
        if (upload.applied()) {
            return upload;
        }
        if (!upload.ready()) {
            throw new InvalidInputException(Text.of("progress.excel.error.notReady"));
        }
        var planEdits = new ArrayList<PlanEdit>();
        var leadEdits = new ArrayList<LeadEdit>();
        var participants = new TreeSet<Long>();
        rows.each(
                id,
                chunk -> chunk.forEach(row -> {
                    var plan = row.decided();
                    if (plan.isChange() || plan.status() != null) {
                        planEdits.add(plan);
                        participants.add(row.participantId());
                    }
                    if (row.lead().happens(row.choice())) {
                        leadEdits.add(row.leadEdit());
                        participants.add(row.participantId());
                    }
                }));
        try {
            // The program, then participants in the order of their ids: as everybody does, so that none waits in a
            // circle.
            if (!leadEdits.isEmpty()) {
                leads.hold(upload.cycleId());
            }
            figures.lock(participants);
            plans.apply(scope, planEdits, progress);
            leads.apply(scope, leadEdits);
        } catch (InvalidInputException refused) {
            if (refused.field() == null) {
                // The program is over: no look will change that.
                throw refused;
            }
            throw new StaleEditException(THING, id);
        }
        uploads.applied(id);
        var counts = upload.counts();
        audit.record(AuditEvent.of("OBJECTIVES_EDITED", THING, id, upload.fileName())
                .detail("due dates " + counts.dues() + ", targets " + counts.targets() + ", statuses "
                        + counts.statuses() + ", leads " + counts.leads() + ", people " + counts.people()));
        return get(id);
    }
}
