package org.weft.reports.subscriptions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.Text;
import org.weft.programs.CycleOption;
import org.weft.programs.CycleService;
import org.weft.reports.ReportRequest;
import org.weft.reports.ReportService;

/** What the filters of subscriptions are called: as of the people the account sees in the cycle each would be about now. */
@Component
class SubscribedFilters {

    private final ReportService reports;
    private final CycleService cycles;
    private final CurrentUser currentUser;

    SubscribedFilters(ReportService reports, CycleService cycles, CurrentUser currentUser) {
        this.reports = reports;
        this.cycles = cycles;
        this.currentUser = currentUser;
    }

    /** Of those that have one; two statements, however many there are. None for who has no list to filter. */
    Map<SubscribedReport, List<Text>> said(Collection<SubscribedReport> subscribed) {
        var filtered =
                subscribed.stream().filter(report -> report.view().narrows()).toList();
        if (filtered.isEmpty() || !currentUser.has(Role.HR, Role.MANAGER)) {
            return Map.of();
        }
        var options = cycles.options(currentUser.scope());
        var requests = new HashMap<SubscribedReport, ReportRequest>();
        filtered.forEach(report -> requests.put(report, request(report, options)));
        var filters = reports.filters(requests.values());
        var said = new HashMap<SubscribedReport, List<Text>>();
        requests.forEach((report, request) -> said.put(report, filters.getOrDefault(request, List.of())));
        return said;
    }

    private ReportRequest request(SubscribedReport report, List<CycleOption> options) {
        var me = currentUser.get();
        return report.request(cycle(report, options), me.language(), me.zone());
    }

    private static long cycle(SubscribedReport report, List<CycleOption> options) {
        var cycleId = report.cycleId();
        if (cycleId != null) {
            return cycleId;
        }
        var programId = report.programId();
        var ofProgram = options.stream()
                .filter(option -> programId != null && option.programId() == programId)
                .toList();
        // Where there is none nobody takes part, and there are no names to be told.
        return CycleOption.choose(ofProgram, null).map(CycleOption::id).orElse(0L);
    }
}
