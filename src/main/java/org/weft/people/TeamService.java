package org.weft.people;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/** The organisation as a tree of teams. HR keeps it; everybody in the programs may read it, for it names no people. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class TeamService {

    private static final String THING = "team";

    private final TeamRepository teams;
    private final TeamTree tree;
    private final TeamClosure closure;
    private final DirectoryLock lock;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TeamService(
            TeamRepository teams,
            TeamTree tree,
            TeamClosure closure,
            DirectoryLock lock,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.teams = teams;
        this.tree = tree;
        this.closure = closure;
        this.lock = lock;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** All teams from the top down, each followed by those below it in order of name. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER', 'EXECUTIVE', 'MEMBER')")
    @Transactional(readOnly = true)
    public List<TeamNode> tree() {
        return tree.nodes();
    }

    /** @throws NotFoundException if there is no such team */
    @Transactional(readOnly = true)
    public TeamDetails get(long id) {
        return jdbc.sql("""
                        select t.*, l.display_name as leader_name,
                            (select count(*) from person p where p.team_id = t.id and p.active) as people
                        from team t left join person l on l.id = t.leader_id where t.id = :id""")
                .param("id", id)
                .query((row, n) -> new TeamDetails(
                        id,
                        row.getInt("version"),
                        new TeamDraft(
                                row.getString("name"),
                                TeamKind.valueOf(row.getString("kind")),
                                row.getObject("parent_id", Long.class),
                                row.getObject("leader_id", Long.class)),
                        row.getString("leader_name"),
                        row.getInt("people")))
                .optional()
                .orElseThrow(() -> new NotFoundException(THING, id));
    }

    /**
     * Adds a team.
     *
     * @return its id
     * @throws InvalidInputException if the draft breaks a rule of {@link TeamDraft}
     */
    public long add(TeamDraft entered) {
        lock.take();
        var draft = checked(entered, null);
        var team = new Team(draft);
        save(team, draft);
        closure.rebuild();
        audit.record(AuditEvent.of("TEAM_ADDED", THING, team.id(), draft.name()));
        return team.id();
    }

    /**
     * Renames or moves a team, or gives it another leader.
     *
     * @param version as {@link TeamDetails} gave it
     * @throws StaleEditException if somebody changed the team since
     * @throws InvalidInputException if the draft breaks a rule of {@link TeamDraft}, or the team would stand below itself
     */
    public void save(long id, int version, TeamDraft entered) {
        lock.take();
        var team = find(id, version);
        var before = team.draft();
        var draft = checked(entered, before);
        if (before.equals(draft)) {
            return;
        }
        requireAbove(id, draft.parentId());
        var detail = new Changes()
                .of("name", before.name(), draft.name())
                .of("kind", before.kind(), draft.kind())
                .of("below", name(before.parentId()), name(draft.parentId()))
                .of("leader", personName(before.leaderId()), personName(draft.leaderId()))
                .toString();
        team.edit(draft);
        save(team, draft);
        if (!Objects.equals(before.parentId(), draft.parentId())) {
            closure.rebuild();
        }
        audit.record(AuditEvent.of("TEAM_CHANGED", THING, id, draft.name()).detail(detail));
    }

    /**
     * Removes an empty team for good.
     *
     * @throws StaleEditException if somebody changed the team since
     * @throws InvalidInputException if people are or were in it, teams stand below it, or a cohort's rule names it
     */
    public void remove(long id, int version) {
        lock.take();
        var team = find(id, version);
        var name = team.draft().name();
        try {
            teams.delete(team);
            teams.flush();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException(Text.of("people.team.error.inUse", name));
        }
        audit.record(AuditEvent.of("TEAM_REMOVED", THING, id, name));
    }

    private Team find(long id, int version) {
        var team = teams.findById(id).orElseThrow(() -> new NotFoundException(THING, id));
        if (team.version() != version) {
            throw new StaleEditException(THING, id);
        }
        return team;
    }

    /** References were checked before, so that the unique name is all that can be violated. */
    private void save(Team team, TeamDraft draft) {
        try {
            teams.saveAndFlush(team);
            events.publishEvent(DirectoryChanged.team(team.id()));
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(THING, team.id());
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException("name", Text.of("people.team.error.nameTaken", draft.name()));
        }
    }

    private TeamDraft checked(TeamDraft draft, @Nullable TeamDraft before) {
        var name = PersonFields.line("name", draft.name(), TeamDraft.NAME_LENGTH);
        if (name == null) {
            throw new InvalidInputException("name", Text.of("people.team.error.nameMissing"));
        }
        if (draft.parentId() != null && !teams.existsById(draft.parentId())) {
            throw new InvalidInputException("parentId", Text.of("people.error.teamGone"));
        }
        var leader = draft.leaderId();
        var former = before == null ? null : before.leaderId();
        if (leader != null && !leader.equals(former) && !isActive(leader)) {
            throw new InvalidInputException("leaderId", Text.of("people.team.error.leaderInactive"));
        }
        return new TeamDraft(name, draft.kind(), draft.parentId(), leader);
    }

    private void requireAbove(long id, @Nullable Long parentId) {
        var below = parentId == null
                ? 0
                : jdbc.sql("select count(*) from team_closure where ancestor_id = :id and team_id = :parent")
                        .param("id", id)
                        .param("parent", parentId)
                        .query(Integer.class)
                        .single();
        if (below > 0) {
            throw new InvalidInputException("parentId", Text.of("people.team.error.belowItself"));
        }
    }

    private boolean isActive(long personId) {
        return jdbc.sql("select count(*) from person where id = :id and active")
                        .param("id", personId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private @Nullable String name(@Nullable Long teamId) {
        return teamId == null ? null : tree.path(teamId).orElse(null);
    }

    private @Nullable String personName(@Nullable Long personId) {
        return personId == null
                ? null
                : jdbc.sql("select display_name from person where id = :id")
                        .param("id", personId)
                        .query(String.class)
                        .single();
    }
}
