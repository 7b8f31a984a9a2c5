package org.weft.programs;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.LikePattern;

/** Reads programs and their cycles, with what the scope lets through counted in. */
@Component
class ProgramList {

    private static final String STATUS_ORDER =
            "case p.status when 'ACTIVE' then 0 when 'DRAFT' then 1 when 'ENDED' then 2 else 3 end";

    private final JdbcClient jdbc;

    ProgramList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProgramRow> page(Scope scope, ProgramFilter filter, Pageable page, LocalDate today) {
        var params = params(scope, filter);
        params.put("limit", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE);
        params.put("offset", page.isPaged() ? page.getOffset() : 0L);
        var rows = jdbc.sql("""
                        select p.id, p.name, p.purpose, p.status, o.display_name as owner_name
                        from program p left join person o on o.id = p.owner_id
                        where %s
                        order by %s, p.name, p.id
                        limit :limit offset :offset""".formatted(where(scope, filter), STATUS_ORDER))
                .params(params)
                .query((row, n) -> new ProgramRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getString("owner_name"),
                        ProgramStatus.valueOf(row.getString("status")),
                        null))
                .list();
        if (rows.isEmpty()) {
            return rows;
        }
        var cycles = cycles(scope, rows.stream().map(ProgramRow::id).toList(), today).stream()
                .collect(Collectors.groupingBy(CycleRow::programId));
        return rows.stream()
                .map(row -> new ProgramRow(
                        row.id(),
                        row.name(),
                        row.purpose(),
                        row.ownerName(),
                        row.status(),
                        telling(cycles.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    int count(Scope scope, ProgramFilter filter) {
        return jdbc.sql("select count(*) from program p where " + where(scope, filter))
                .params(params(scope, filter))
                .query(Integer.class)
                .single();
    }

    /** The cycles of some programs, the latest first. */
    List<CycleRow> cycles(Scope scope, List<Long> programIds, LocalDate today) {
        return jdbc.sql("""
                        select cy.id, cy.program_id, cy.name, cy.starts_on, cy.ends_on, cy.version,
                            (select count(*) from cohort c where c.cycle_id = cy.id and %s) as cohorts,
                            (select count(*) from participant pt where pt.cycle_id = cy.id and %s) as participants
                        from cycle cy join program p on p.id = cy.program_id
                        where cy.program_id in (:programs) and %s
                        order by cy.starts_on desc, cy.id""".formatted(Sight.ofCohort(scope), scope.condition("pt.person_id"), Sight.ofCycle(scope)))
                .param("programs", programIds)
                .params(scope.parameters())
                .query((row, n) -> {
                    var startsOn = row.getObject("starts_on", LocalDate.class);
                    var endsOn = row.getObject("ends_on", LocalDate.class);
                    return new CycleRow(
                            row.getLong("id"),
                            row.getLong("program_id"),
                            row.getString("name"),
                            startsOn,
                            endsOn,
                            CycleRow.Phase.of(startsOn, endsOn, today),
                            row.getInt("version"),
                            row.getInt("cohorts"),
                            row.getInt("participants"));
                })
                .list();
    }

    /** The cycle that tells most about a program now: the current one, else the next, else the last. */
    private static @Nullable CycleRow telling(List<CycleRow> latestFirst) {
        CycleRow next = null;
        for (var cycle : latestFirst) {
            if (cycle.phase() == CycleRow.Phase.CURRENT) {
                return cycle;
            }
            if (cycle.phase() == CycleRow.Phase.PAST) {
                return next != null ? next : cycle;
            }
            next = cycle;
        }
        return next;
    }

    private static String where(Scope scope, ProgramFilter filter) {
        return Sight.ofProgram(scope)
                + (filter.status() != null ? " and p.status = :status" : " and p.status <> 'ARCHIVED'")
                + (filter.search().isBlank() ? "" : " and lower(p.name) like :search escape '\\'");
    }

    private static Map<String, Object> params(Scope scope, ProgramFilter filter) {
        var params = new HashMap<>(scope.parameters());
        var status = filter.status();
        if (status != null) {
            params.put("status", status.name());
        }
        if (!filter.search().isBlank()) {
            params.put("search", LikePattern.containing(filter.search()));
        }
        return params;
    }
}
