package org.weft.reports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.weft.access.Scope;
import org.weft.base.Translations;
import org.weft.programs.CycleService;
import org.weft.progress.ProgressView;
import org.weft.workbook.SheetPlace;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.WorkbookSpec;

/** The workbook of all facts as the portal lays it out, its rows read as they are written or in hand before. */
public final class FactsWorkbook {

    private static final int KEPT = 10_000;

    private FactsWorkbook() {}

    /** To be written within one transaction. */
    public static WorkbookSpec of(ApplicationContext portal, long cycleId) {
        var scope = new Scope.Everybody();
        var cycle = portal.getBean(CycleService.class).options(scope).stream()
                .filter(option -> option.id() == cycleId)
                .findFirst()
                .orElseThrow();
        return portal.getBean(FactsReport.class)
                .draft(new ReportFrame(
                        ReportKind.FACTS,
                        scope,
                        false,
                        cycle,
                        Instant.EPOCH,
                        new ReportWords(portal.getBean(Translations.class), Locale.ENGLISH, ZoneOffset.UTC),
                        "Weft",
                        "-",
                        ProgressView.ALL,
                        List.of()))
                .workbook();
    }

    /**
     * A workbook of as many rows, with nothing left to be read: the first of each table, again and again. All of them would
     * fill the memory, and clearing it up would be measured instead.
     */
    public static WorkbookSpec inHand(WorkbookSpec spec) {
        var sheets = new ArrayList<SheetPlace>();
        for (var sheet : spec.sheets()) {
            sheets.add(sheet instanceof SheetSpec<?> table ? inHand(table) : sheet);
        }
        return new WorkbookSpec(spec.title(), spec.author(), spec.createdAt(), spec.zone(), spec.locale(), sheets);
    }

    private static <T> SheetSpec<T> inHand(SheetSpec<T> table) {
        var first = new ArrayList<T>();
        var count = new AtomicInteger();
        table.rows().forEach(row -> {
            if (count.getAndIncrement() < KEPT) {
                first.add(row);
            }
        });
        return new SheetSpec<>(table.name(), table.columns(), sink -> {
            for (var n = 0; n < count.get(); n++) {
                sink.accept(first.get(n % KEPT));
            }
        });
    }
}
