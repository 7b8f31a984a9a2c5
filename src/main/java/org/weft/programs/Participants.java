package org.weft.programs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;

/**
 * Who takes part: the members of cohorts, read and changed many at a time. A person is in at most one cohort of a cycle,
 * also when two people fill cohorts at once. What the scope does not reach does not exist: {@link NotFoundException}.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class Participants {

    private final ParticipantList list;
    private final CohortList cohorts;
    private final ProgramLock lock;
    private final Joining joining;
    private final Leaving leaving;
    private final JdbcClient jdbc;

    Participants(
            ParticipantList list,
            CohortList cohorts,
            ProgramLock lock,
            Joining joining,
            Leaving leaving,
            JdbcClient jdbc) {
        this.list = list;
        this.cohorts = cohorts;
        this.lock = lock;
        this.joining = joining;
        this.leaving = leaving;
        this.jdbc = jdbc;
    }

    /**
     * A page of the members in scope. Sortable by {@code name, team, level, jobTitle, objectives, completed, added};
     * without a sort by name.
     */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<MemberRow> list(Scope scope, long cohortId, MemberFilter filter, Pageable page) {
        require(scope, cohortId);
        return list.members(scope, cohortId, filter, page);
    }

    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public int count(Scope scope, long cohortId, MemberFilter filter) {
        require(scope, cohortId);
        return list.countMembers(scope, cohortId, filter);
    }

    /** How many people a rule or a search finds, by what would become of them. */
    @Transactional(readOnly = true)
    public AudiencePreview preview(Scope scope, CandidateFilter filter) {
        return list.preview(scope, filter);
    }

    /** The people {@link #preview} counts: those who would join first, then by name. */
    @Transactional(readOnly = true)
    public List<CandidateRow> candidates(Scope scope, CandidateFilter filter, Pageable page) {
        return list.candidates(scope, filter, page);
    }

    @Transactional(readOnly = true)
    public int countCandidates(Scope scope, CandidateFilter filter) {
        return list.countCandidates(scope, filter);
    }

    /** Job titles of active people in scope that contain the text, in any case, in order. */
    @Transactional(readOnly = true)
    public List<String> jobTitles(Scope scope, String text, Pageable page) {
        return list.values(scope, "job_title", text, page);
    }

    /** Locations of active people in scope that contain the text, in any case, in order. */
    @Transactional(readOnly = true)
    public List<String> locations(Scope scope, String text, Pageable page) {
        return list.values(scope, "location", text, page);
    }

    /**
     * Adds people picked by hand. Who is inactive or already in a cohort of the cycle is passed over.
     *
     * @return how many joined
     * @throws InvalidInputException if nobody is given, or the program is over
     */
    public int add(Scope scope, long cohortId, Collection<Long> personIds) {
        if (personIds.isEmpty()) {
            throw new InvalidInputException(Text.of("programs.error.nobodyChosen"));
        }
        lock.openForCohort(cohortId);
        return joining.byHand(scope, require(scope, cohortId), personIds);
    }

    /**
     * Adds by hand all whom a search finds and who may join.
     *
     * @return how many joined
     * @throws InvalidInputException if the program is over
     */
    public int addAll(Scope scope, long cohortId, AudienceRule rule, String search) {
        lock.openForCohort(cohortId);
        var cohort = require(scope, cohortId);
        return joining.byHand(scope, cohort, new CandidateFilter(cohort.cycleId(), cohortId, rule.checked(), search));
    }

    /**
     * What {@link #update} would do now.
     *
     * @throws InvalidInputException if the cohort has no rule
     */
    @Transactional(readOnly = true)
    public MembersUpdate previewUpdate(Scope scope, long cohortId) {
        var cohort = requireRule(scope, cohortId);
        var joins = list.preview(scope, new CandidateFilter(cohort.cycleId(), cohortId, cohort.rule()))
                .joins();
        var unmatched = unmatched(scope, cohort);
        return result(joins, unmatched, leaving.begun(ids(unmatched)));
    }

    /**
     * Evaluates the cohort's rule: whoever matches joins, unless inactive or in another cohort of the cycle; whoever came
     * by the rule and no longer matches leaves, unless they have begun to work on objectives. Who was picked by hand
     * stays.
     *
     * @throws InvalidInputException if the cohort has no rule, or the program is over
     */
    public MembersUpdate update(Scope scope, long cohortId) {
        lock.openForCohort(cohortId);
        var cohort = requireRule(scope, cohortId);
        var unmatched = unmatched(scope, cohort);
        var begun = leaving.begunForGood(ids(unmatched));
        leaving.remove(cohortId, cohort.name(), without(ids(unmatched), begun));
        return result(joining.byRule(scope, cohort), unmatched, begun);
    }

    /**
     * Takes members out, with what was assigned to them; those who have begun to work on it stay and are named.
     *
     * @param participantIds members of this cohort; others are passed over
     * @throws InvalidInputException if nobody is given, or the program is over
     */
    public MembersRemoved remove(Scope scope, long cohortId, Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            throw new InvalidInputException(Text.of("programs.error.nobodyChosen"));
        }
        lock.openForCohort(cohortId);
        var cohort = require(scope, cohortId);
        var members = chosen(scope, cohortId, participantIds);
        var begun = leaving.begunForGood(ids(members));
        var goes = without(ids(members), begun);
        leaving.remove(cohortId, cohort.name(), goes);
        return new MembersRemoved(goes.size(), names(members, begun, true));
    }

    /** How {@link #remove} would go for these members: how many would leave, and who stays. */
    @Transactional(readOnly = true)
    public MembersRemoved previewRemove(Scope scope, long cohortId, Collection<Long> participantIds) {
        require(scope, cohortId);
        var members = chosen(scope, cohortId, participantIds);
        var begun = leaving.begun(ids(members));
        return new MembersRemoved(members.size() - begun.size(), names(members, begun, true));
    }

    private CohortDetails require(Scope scope, long cohortId) {
        return cohorts.find(scope, cohortId).orElseThrow(() -> new NotFoundException(CohortService.THING, cohortId));
    }

    private CohortDetails requireRule(Scope scope, long cohortId) {
        var cohort = require(scope, cohortId);
        if (cohort.audience() != Audience.RULE) {
            throw new InvalidInputException(Text.of("programs.error.noRule"));
        }
        return cohort;
    }

    private record Member(long id, String name) {}

    private List<Member> chosen(Scope scope, long cohortId, Collection<Long> participantIds) {
        return Leaving.chunks(participantIds).stream()
                .flatMap(ids -> jdbc
                        .sql("""
                                select pt.id, p.display_name as name
                                from participant pt join person p on p.id = pt.person_id
                                where pt.cohort_id = :cohort and pt.id in (:ids) and %s
                                order by p.sort_name, pt.id""".formatted(scope.condition("p.id")))
                        .param("cohort", cohortId)
                        .param("ids", ids)
                        .params(scope.parameters())
                        .query(Member.class)
                        .list()
                        .stream())
                .toList();
    }

    /** Who came by the rule and no longer matches it. */
    private List<Member> unmatched(Scope scope, CohortDetails cohort) {
        var condition = cohort.rule().condition();
        var params = new HashMap<>(scope.parameters());
        params.putAll(condition.params());
        params.put("cohort", cohort.id());
        return jdbc.sql("""
                        select pt.id, m.display_name as name
                        from participant pt join person m on m.id = pt.person_id
                        where pt.cohort_id = :cohort and not pt.by_hand and %s
                            and m.id not in (select p.id from person p where p.active and %s)
                        order by m.sort_name, pt.id""".formatted(scope.condition("m.id"), condition.sql()))
                .params(params)
                .query(Member.class)
                .list();
    }

    private static MembersUpdate result(int joins, List<Member> unmatched, Set<Long> begun) {
        return new MembersUpdate(joins, names(unmatched, begun, false), names(unmatched, begun, true));
    }

    private static List<Long> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }

    private static List<Long> without(List<Long> ids, Set<Long> some) {
        return ids.stream().filter(id -> !some.contains(id)).toList();
    }

    private static List<String> names(List<Member> members, Set<Long> begun, boolean ofBegun) {
        return members.stream()
                .filter(member -> begun.contains(member.id()) == ofBegun)
                .map(Member::name)
                .toList();
    }
}
