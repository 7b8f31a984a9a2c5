package org.weft.objectives;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weft.access.Scope;
import org.weft.programs.NotChanged;

/**
 * A bulk change as SQL: what it does to each open assignment of some participants. Preview and doing ask the same
 * question, so that they cannot differ.
 *
 * @param candidates a relation {@code x (participant_id, thing_id, due_on, due_after, status, status_at, verdict)}, a
 *     row per open assignment, and one without an assignment for whoever has none; its participants are {@code :ids}
 * @param parameters its parameters but {@code ids}
 */
record PlanChangeSql(String candidates, Map<String, Object> parameters) {

    static final String OPEN = " not in ('COMPLETED', 'WAIVED', 'CANCELLED') ";

    /** @param ownHolder whose assignments the account may not decide about, 0 for nobody's */
    static PlanChangeSql of(Scope scope, PlanChange change, long ownHolder) {
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("own", ownHolder);
        var templateId = change.templateId();
        if (templateId != null) {
            parameters.put("template", templateId);
        }
        var after = switch (change) {
            case PlanChange.DueOn on -> {
                parameters.put("day", Date.valueOf(on.day()));
                yield "cast(:day as date)";
            }
            case PlanChange.DueLater later -> {
                parameters.put("days", later.days());
                yield "cast(a.due_on + cast(:days as integer) as date)";
            }
            case PlanChange.Waive waive -> "a.due_on";
        };
        var dates = change instanceof PlanChange.Waive
                ? ""
                : " when %1$s = a.due_on then %2$d when %1$s < c.starts_on or %1$s > c.ends_on then %3$d"
                        .formatted(after, NotChanged.ALREADY.verdict(), NotChanged.OUTSIDE_CYCLE.verdict());
        return new PlanChangeSql(
                """
                (select pt.id as participant_id, a.id as thing_id, a.due_on, %s as due_after, a.status, a.status_at,
                    case when a.id is null then %d when pt.person_id = :own then %d%s else 0 end as verdict
                from participant pt join cycle c on c.id = pt.cycle_id
                    left join assignment a on a.participant_id = pt.id and a.status%s%s
                where pt.id in (:ids) and %s) x""".formatted(
                                after,
                                NotChanged.NOTHING_OPEN.verdict(),
                                NotChanged.OWN.verdict(),
                                dates,
                                OPEN,
                                templateId == null ? "" : " and a.template_id = :template",
                                scope.condition("pt.person_id")),
                parameters);
    }

    Map<String, Object> parameters(List<Long> ids) {
        var all = new HashMap<>(parameters);
        all.put("ids", ids);
        return all;
    }
}
