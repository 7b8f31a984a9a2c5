package org.weft.objectives;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.people.Level;

/** Says what an act of assigning would do, counts first. */
@Component
class BulkPreview {

    private static final String ENDED = "a.status in ('WAIVED', 'CANCELLED')";

    private final JdbcClient jdbc;
    private final AssignRules rules;
    private final Clock clock;
    private final ZoneId portalZone;

    BulkPreview(JdbcClient jdbc, AssignRules rules, Clock clock, @Value("${weft.time-zone}") ZoneId portalZone) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
        this.portalZone = portalZone;
    }

    AssignAudience audience(Scope scope, AssignRequest request) {
        var cycle = rules.checkPeople(scope, request);
        var selection = AssignSelection.of(scope, request);
        var levels = new EnumMap<Level, Integer>(Level.class);
        jdbc.sql("select p.level, count(*) as people " + selection.people() + AssignSelection.ELIGIBLE
                        + " group by p.level")
                .params(selection.parameters())
                .query((row, number) -> levels.put(Level.valueOf(row.getString("level")), row.getInt("people")))
                .list();
        return new AssignAudience(
                cycle.startsOn(),
                cycle.endsOn(),
                LocalDate.now(clock.withZone(portalZone)),
                levels,
                leftOut(selection, request));
    }

    AssignPreview preview(Scope scope, AssignRequest request) {
        rules.checkChoices(request, rules.checkPeople(scope, request));
        var selection = AssignSelection.of(scope, request);
        var levels = jdbc.sql("""
                        select x.level, count(distinct x.participant_id) as people,
                               count(distinct x.template_id) as objectives,
                               sum(x.created) as created, sum(x.held) as held, sum(x.ended) as ended,
                               count(distinct case when x.created = 1 then x.participant_id end) as gaining
                        from (""" + selection.matches("""
                                m.level, m.participant_id, c.template_id,
                                case when a.id is null then 1 else 0 end as created,
                                case when a.id is not null and not (%1$s) then 1 else 0 end as held,
                                case when %1$s then 1 else 0 end as ended""".formatted(ENDED)) + ") x group by x.level")
                .params(selection.parameters())
                .query((row, number) -> Map.entry(
                        row.getInt("gaining"),
                        new AssignPreview.OfLevel(
                                Level.valueOf(row.getString("level")),
                                row.getInt("people"),
                                row.getInt("objectives"),
                                row.getInt("created"),
                                row.getInt("held"),
                                row.getInt("ended"))))
                .list();
        var ofLevels = levels.stream()
                .map(Map.Entry::getValue)
                .sorted((one, other) -> one.level().compareTo(other.level()))
                .toList();
        return new AssignPreview(
                levels.stream().mapToInt(Map.Entry::getKey).sum(),
                ofLevels.stream().mapToInt(AssignPreview.OfLevel::created).sum(),
                ofLevels.stream().mapToInt(AssignPreview.OfLevel::held).sum(),
                ofLevels.stream().mapToInt(AssignPreview.OfLevel::ended).sum(),
                leftOut(selection, request),
                ofLevels);
    }

    List<AssignPreviewRow> people(
            Scope scope, AssignRequest request, @Nullable Level level, boolean leftOut, Pageable page) {
        rules.checkPeople(scope, request);
        var selection = AssignSelection.of(scope, request);
        var parameters = new HashMap<>(selection.parameters());
        parameters.put("limit", page.getPageSize());
        parameters.put("offset", page.getOffset());
        var ofLevel = "";
        if (level != null) {
            ofLevel = " and p.level = :onlyLevel";
            parameters.put("onlyLevel", level.name());
        }
        return jdbc.sql("select x.id, x.display_name, x.level, x.reason, t.name as team_name,"
                        + " coalesce(n.created, 0) as created, coalesce(n.held, 0) as held, coalesce(n.ended, 0) as ended"
                        + " from (select p.id, p.display_name, p.sort_name, p.level, p.team_id, " + reason(request)
                        + " as reason " + selection.people() + ofLevel + ") x"
                        + " left join team t on t.id = x.team_id left join ("
                        + selection.matches("""
                                m.person_id,
                                sum(case when a.id is null then 1 else 0 end) as created,
                                sum(case when a.id is not null and not (%1$s) then 1 else 0 end) as held,
                                sum(case when %1$s then 1 else 0 end) as ended""".formatted(ENDED))
                        + " group by m.person_id) n on n.person_id = x.id where x.reason is "
                        + (leftOut ? "not null" : "null")
                        + " order by x.sort_name, x.id limit :limit offset :offset")
                .params(parameters)
                .query((row, number) -> new AssignPreviewRow(
                        row.getLong("id"),
                        row.getString("display_name"),
                        row.getString("team_name"),
                        Level.valueOf(row.getString("level")),
                        row.getInt("created"),
                        row.getInt("held"),
                        row.getInt("ended"),
                        row.getString("reason") == null ? null : LeftOutReason.valueOf(row.getString("reason"))))
                .list();
    }

    private Map<LeftOutReason, Integer> leftOut(AssignSelection selection, AssignRequest request) {
        var counts = new EnumMap<LeftOutReason, Integer>(LeftOutReason.class);
        // With people chosen by hand, whoever the scope hides is missing from these rows.
        var seen = jdbc
                .sql("select x.reason, count(*) as people from (select " + reason(request) + " as reason "
                        + selection.people() + ") x group by x.reason")
                .params(selection.parameters())
                .query((row, number) -> {
                    if (row.getString("reason") != null) {
                        counts.put(LeftOutReason.valueOf(row.getString("reason")), row.getInt("people"));
                    }
                    return row.getInt("people");
                })
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (request.cohortId() == null && seen < request.personIds().size()) {
            counts.put(LeftOutReason.OUT_OF_SCOPE, request.personIds().size() - seen);
        }
        return counts;
    }

    /** While nothing is chosen nobody is left out for want of it. Level names are an enum's, so they may stand in the statement. */
    private static String reason(AssignRequest request) {
        var levels = request.choices().stream()
                .map(choice -> "'" + choice.level().name() + "'")
                .distinct()
                .toList();
        var noObjective = levels.isEmpty()
                ? ""
                : " when p.level not in (" + String.join(", ", levels) + ") then 'NO_OBJECTIVE_FOR_LEVEL'";
        return "case when not p.active then 'INACTIVE' when pt.id is null then 'NOT_IN_CYCLE'" + noObjective + " end";
    }
}
