package org.weft.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.NotFoundException;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.workbook.CsvFiles;
import org.weft.workbook.CsvSpec;
import org.weft.workbook.WorkbookSpec;
import org.weft.workbook.Workbooks;

/** Hands facts to programs, on behalf of the signed-in account and in its scope. */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR', 'MANAGER')")
class FactFeed {

    private final FactTables tables;
    private final CycleService cycles;
    private final Workbooks workbooks;
    private final ReadAhead ahead;
    private final CurrentUser currentUser;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FactFeed(
            FactTables tables,
            CycleService cycles,
            Workbooks workbooks,
            ReadAhead ahead,
            CurrentUser currentUser,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.tables = tables;
        this.cycles = cycles;
        this.workbooks = workbooks;
        this.ahead = ahead;
        this.currentUser = currentUser;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A cycle to read.
     *
     * @param current whether today, in the owner's zone, lies in it
     */
    record Cycle(
            long id,
            String name,
            long programId,
            String program,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean current) {}

    /** The cycles whose figures the account may see, in the order the portal offers them. */
    @Transactional(readOnly = true)
    public List<Cycle> cycles() {
        var options = cycles.options(currentUser.figuresScope());
        if (options.isEmpty()) {
            return List.of();
        }
        record Names(long id, String name, String program) {}
        Map<Long, Names> names = jdbc
                .sql("""
                        select cy.id, cy.name, p.name as program from cycle cy join program p on p.id = cy.program_id
                        where cy.id in (:ids)""")
                .param("ids", options.stream().map(CycleOption::id).toList())
                .query((row, n) -> new Names(row.getLong("id"), row.getString("name"), row.getString("program")))
                .list()
                .stream()
                .collect(Collectors.toMap(Names::id, Function.identity()));
        return options.stream()
                .filter(option -> names.containsKey(option.id()))
                .map(option -> {
                    var name = Objects.requireNonNull(names.get(option.id()));
                    return new Cycle(
                            option.id(),
                            name.name(),
                            option.programId(),
                            name.program(),
                            option.startsOn(),
                            option.endsOn(),
                            option.current());
                })
                .toList();
    }

    /**
     * Notes in the trail that a program begins to read a table.
     *
     * @param how in which form
     * @throws AccessDeniedException if the account may not have such facts
     * @throws NotFoundException if there is no such table, or no such cycle within the scope
     */
    @Transactional
    public void begin(String table, long cycleId, String how) {
        var cycle = check(table(table), cycleId);
        audit.record(
                AuditEvent.of("FACTS_READ", "cycle", cycleId, cycle.label()).detail(table + " " + how));
    }

    /**
     * @param after what the page before said, or 0
     * @throws AccessDeniedException if the account may not have such facts
     * @throws NotFoundException if there is no such table, or no such cycle within the scope
     */
    @Transactional(readOnly = true)
    public FactTable.Page page(String table, long cycleId, long after, int limit) {
        var wanted = table(table);
        check(wanted, cycleId);
        return wanted.page(currentUser.scope(), cycleId, after, limit);
    }

    /** Writes all of a table as CSV, as its rows are read; as {@link #page} otherwise. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void writeCsv(String table, long cycleId, CsvSpec csv, OutputStream out) throws IOException {
        var wanted = table(table);
        check(wanted, cycleId);
        CsvFiles.write(out, wanted.sheet(currentUser.scope(), cycleId, ahead), csv);
    }

    /** Writes all of a table as a workbook, as its rows are read; as {@link #page} otherwise. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void writeWorkbook(String table, long cycleId, OutputStream out) throws IOException {
        var wanted = table(table);
        check(wanted, cycleId);
        workbooks.write(
                out,
                new WorkbookSpec(
                        table,
                        currentUser.get().displayName(),
                        clock.instant(),
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        List.of(wanted.sheet(currentUser.scope(), cycleId, ahead))));
    }

    private FactTable<?> table(String name) {
        return tables.find(name).orElseThrow(() -> new NotFoundException("table", name));
    }

    private CycleOption check(FactTable<?> table, long cycleId) {
        if (!currentUser.has(table.readers().toArray(Role[]::new))) {
            throw new AccessDeniedException("This account may not have " + table.name());
        }
        return cycles.options(currentUser.scope()).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("cycle", cycleId));
    }
}
