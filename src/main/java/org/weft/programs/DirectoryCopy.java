package org.weft.programs;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.KeptColumns;
import org.weft.people.DirectoryChanged;

/**
 * Keeps what {@code participant} copies of the person, the person's team and the cohort: names, level, team, location,
 * zone, whether active, what free text finds them by, and the lead. The lead is the cohort's, else the manager, unless one was named by hand.
 *
 * @see <a href="file:docs/decisions/007-a-page-is-read-from-one-table.md">decision 007</a>
 */
@Component
public class DirectoryCopy {

    static final KeptColumns KEPT = KeptColumns.of(
            "participant",
            """
            select o.id, p.display_name, p.sort_name, p.active, p.team_id, t.name as team_name,
                case p.level when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end
                    as level_rank,
                p.location, p.time_zone, c.name as cohort_name,
                case when o.lead_by_hand then o.lead_id else coalesce(c.lead_id, p.manager_id) end as lead_id,
                lower(p.display_name || ' ' || p.employee_number || ' ' || coalesce(p.email, '') || ' '
                    || coalesce(p.job_title, '')) as search_text
            from participant o join person p on p.id = o.person_id join cohort c on c.id = o.cohort_id
                left join team t on t.id = p.team_id
            where %s""",
            "display_name",
            "sort_name",
            "active",
            "team_id",
            "team_name",
            "level_rank",
            "location",
            "time_zone",
            "cohort_name",
            "lead_id",
            "search_text");

    private final JdbcClient jdbc;
    private final CohortMembers members;
    private final ParticipantChanges changes;

    DirectoryCopy(JdbcClient jdbc, CohortMembers members, ParticipantChanges changes) {
        this.jdbc = jdbc;
        this.members = members;
        this.changes = changes;
    }

    /** Copies anew for these participants, in the transaction that changed what they show. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh(Collection<Long> participantIds) {
        for (var ids : Leaving.chunks(participantIds.stream().sorted().toList())) {
            // In the order of the ids, as everybody locks participants, so that none waits in a circle.
            jdbc.sql("select id from participant where id in (:ids) order by id for update")
                    .param("ids", ids)
                    .query(Long.class)
                    .list();
            jdbc.sql(KEPT.update("o.id in (:ids)")).param("ids", ids).update();
        }
        changes.changed(participantIds);
    }

    /** For whoever writes participants by other ways than {@link Participants}: copies, and counts the cohorts' members. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(Collection<Long> participantIds) {
        refresh(participantIds);
        var cohorts = new TreeSet<Long>();
        for (var ids : Leaving.chunks(participantIds)) {
            cohorts.addAll(jdbc.sql("select distinct pt.cohort_id from participant pt where pt.id in (:ids)")
                    .param("ids", ids)
                    .query(Long.class)
                    .list());
        }
        members.recount(cohorts);
    }

    void cohort(long cohortId) {
        refresh(KEPT.differing(jdbc, "o.cohort_id = :cohort", Map.of("cohort", cohortId)));
    }

    void people(Collection<Long> personIds) {
        for (var ids : Leaving.chunks(personIds)) {
            refresh(KEPT.differing(jdbc, "o.person_id in (:people)", Map.of("people", ids)));
        }
    }

    @EventListener
    void follow(DirectoryChanged change) {
        if (!change.personIds().isEmpty()) {
            people(change.personIds());
        } else if (!change.teamIds().isEmpty()) {
            refresh(KEPT.differing(jdbc, "p.team_id in (:teams)", Map.of("teams", change.teamIds())));
        } else {
            refresh(KEPT.differing(jdbc));
        }
    }
}
