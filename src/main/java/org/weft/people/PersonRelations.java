package org.weft.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** How a person stands to others: the team they are in, whom they report to, who else has their number. */
@Component
class PersonRelations {

    private final JdbcClient jdbc;
    private final TeamTree teams;

    PersonRelations(JdbcClient jdbc, TeamTree teams) {
        this.jdbc = jdbc;
        this.teams = teams;
    }

    Optional<PersonDetails> details(Scope scope, long id) {
        return jdbc.sql("""
                        select p.*, m.display_name as manager_name,
                            (select count(*) from person r where r.manager_id = p.id and r.active) as reports
                        from person p left join person m on m.id = p.manager_id
                        where p.id = :id and %s""".formatted(scope.condition("p.id")))
                .params(scope.parameters())
                .param("id", id)
                .query((row, n) -> {
                    var level = Level.valueOf(row.getString("level"));
                    var teamId = row.getObject("team_id", Long.class);
                    var draft = new PersonDraft(
                            row.getString("employee_number"),
                            row.getString("given_name"),
                            row.getString("family_name"),
                            row.getString("email"),
                            row.getString("job_title"),
                            row.getBoolean("level_fixed") ? level : null,
                            teamId,
                            row.getObject("manager_id", Long.class),
                            row.getString("location"),
                            row.getString("time_zone"),
                            row.getString("language"),
                            row.getObject("joined_on", LocalDate.class));
                    return new PersonDetails(
                            id,
                            row.getInt("version"),
                            draft,
                            row.getString("display_name"),
                            level,
                            teamId == null ? null : teams.path(teamId).orElse(null),
                            row.getString("manager_name"),
                            row.getBoolean("active"),
                            row.getObject("left_on", LocalDate.class),
                            row.getInt("reports"),
                            row.getTimestamp("updated_at").toInstant());
                })
                .optional();
    }

    /**
     * Refuses a draft that names a team or manager that is not there, that would make people report to each other in a
     * circle, or whose number is another's.
     *
     * @param id null for somebody new
     * @param before what was there before; a manager who has left meanwhile may stay
     */
    void check(@Nullable Long id, PersonDraft draft, PersonDraft before) {
        var taken = jdbc.sql("select count(*) from person where employee_number = :number and id <> :id")
                .param("number", draft.employeeNumber())
                .param("id", id == null ? -1 : id)
                .query(Integer.class)
                .single();
        if (taken > 0) {
            throw new InvalidInputException(
                    "employeeNumber", Text.of("people.error.numberTaken", draft.employeeNumber()));
        }
        if (draft.teamId() != null && teams.path(draft.teamId()).isEmpty()) {
            throw new InvalidInputException("teamId", Text.of("people.error.teamGone"));
        }
        var managerId = draft.managerId();
        if (managerId != null && !managerId.equals(before.managerId())) {
            checkManager(id, managerId);
        }
    }

    private void checkManager(@Nullable Long id, long managerId) {
        var active = jdbc.sql("select active from person where id = :id")
                .param("id", managerId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!active) {
            throw new InvalidInputException("managerId", Text.of("people.error.managerInactive"));
        }
        if (id != null) {
            var circle = circle(id, managerId);
            if (!circle.isEmpty()) {
                throw new InvalidInputException(
                        "managerId", Text.of("people.error.managerCircle", String.join(" → ", circle)));
            }
        }
    }

    /** The names from a person up to themselves if they reported to this manager; empty where that makes no circle. */
    private List<String> circle(long id, long managerId) {
        if (id == managerId) {
            return List.of(name(id), name(id));
        }
        var above = jdbc.sql("""
                        select l.lead_id, p.display_name from reporting_line l join person p on p.id = l.lead_id
                        where l.person_id = :manager order by l.depth""")
                .param("manager", managerId)
                .query((row, n) -> new PersonOption(row.getLong(1), row.getString(2), ""))
                .list();
        var names = new ArrayList<>(List.of(name(id), name(managerId)));
        for (var lead : above) {
            names.add(lead.name());
            if (lead.id() == id) {
                return names;
            }
        }
        return List.of();
    }

    /** What an edit changed, for the trail. */
    String changes(PersonDraft before, PersonDraft after) {
        return new Changes()
                .of("number", before.employeeNumber(), after.employeeNumber())
                .of("name", display(before), display(after))
                .of("e-mail", before.email(), after.email())
                .of("job title", before.jobTitle(), after.jobTitle())
                .of("level", before.level(), after.level())
                .of("team", path(before.teamId()), path(after.teamId()))
                .of("manager", nameOf(before.managerId()), nameOf(after.managerId()))
                .of("location", before.location(), after.location())
                .of("time zone", before.timeZone(), after.timeZone())
                .of("language", before.language(), after.language())
                .of("joined", before.joinedOn(), after.joinedOn())
                .toString();
    }

    private static String display(PersonDraft draft) {
        return new PersonName(draft.givenName(), draft.familyName()).display();
    }

    private @Nullable String path(@Nullable Long teamId) {
        return teamId == null ? null : teams.path(teamId).orElse("");
    }

    private @Nullable String nameOf(@Nullable Long personId) {
        return personId == null ? null : name(personId);
    }

    private String name(long personId) {
        return jdbc.sql("select display_name from person where id = :id")
                .param("id", personId)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
