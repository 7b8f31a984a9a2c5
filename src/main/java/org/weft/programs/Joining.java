package org.weft.programs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;

/** Takes people into a cohort, set-based: who is inactive or in a cohort of the cycle already is passed over. */
@Component
class Joining {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final DirectoryCopy directory;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Joining(JdbcClient jdbc, AuditTrail audit, DirectoryCopy directory, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Who was picked by hand is not taken out when the rule is evaluated again. @return how many joined */
    int byHand(Scope scope, CohortDetails cohort, Collection<Long> personIds) {
        var joined = 0;
        for (var ids : Leaving.chunks(personIds)) {
            joined += join(scope, cohort, "p.id in (:people)", Map.of("people", ids), true);
        }
        return joined;
    }

    /** All whom a search finds, as if picked one by one. @return how many joined */
    int byHand(Scope scope, CohortDetails cohort, CandidateFilter filter) {
        return join(scope, cohort, ParticipantList.found(filter), ParticipantList.foundParams(filter), true);
    }

    /** All whom the cohort's rule finds. @return how many joined */
    int byRule(Scope scope, CohortDetails cohort) {
        var condition = cohort.rule().condition();
        return join(scope, cohort, condition.sql(), condition.params(), false);
    }

    /** The caller holds the program, so the people told to the trail are the people inserted. */
    private int join(
            Scope scope, CohortDetails cohort, String condition, Map<String, ?> conditionParams, boolean byHand) {
        var params = new HashMap<String, Object>(conditionParams);
        params.putAll(scope.parameters());
        params.put("cycle", cohort.cycleId());
        params.put("cohort", cohort.id());
        params.put("now", Timestamp.from(clock.instant()));
        var from = """
                 from person p left join team t on t.id = p.team_id
                 where p.active and %s and %s
                    and p.id not in (select pt.person_id from participant pt where pt.cycle_id = :cycle)
                """.formatted(condition, scope.condition("p.id"));
        var people = jdbc.sql("select p.id " + from + " order by p.id")
                .params(params)
                .query(Long.class)
                .list();
        audit.record(people.stream()
                .map(personId -> AuditEvent.of("PARTICIPANT_ADDED", CohortService.THING, cohort.id(), cohort.name())
                        .about(personId))
                .toList());
        var joined = jdbc.sql("""
                        insert into participant (cycle_id, cohort_id, person_id, added_at, by_hand)
                        select cast(:cycle as bigint), cast(:cohort as bigint), p.id,
                            cast(:now as timestamp with time zone), %s %s""".formatted(byHand, from)).params(params).update();
        jdbc.sql("update cohort set member_count = member_count + :joined where id = :cohort")
                .param("joined", joined)
                .param("cohort", cohort.id())
                .update();
        directory.people(people);
        Leaving.chunks(people).forEach(some -> events.publishEvent(new ParticipantsJoined(ids(cohort, some))));
        return joined;
    }

    private List<Long> ids(CohortDetails cohort, List<Long> people) {
        return jdbc.sql("select id from participant where cycle_id = :cycle and person_id in (:people)")
                .param("cycle", cohort.cycleId())
                .param("people", people)
                .query(Long.class)
                .list();
    }
}
