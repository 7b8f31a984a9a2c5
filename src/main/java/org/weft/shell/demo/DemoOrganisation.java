package org.weft.shell.demo;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.weft.shell.demo.DemoPeople.Department;
import org.weft.shell.demo.DemoPeople.Team;

/** Writes the organisation tree and its people: a president, five directors, twenty managers, their leads and teams. */
final class DemoOrganisation {

    /** Who was written; teams are numbered through, so that neighbours in the list are neighbours at work. */
    record Member(
            long id,
            String name,
            String email,
            String level,
            @Nullable Long teamId,
            @Nullable Long managerId,
            int place) {}

    private static final int SMALLEST_TEAM = 8;
    private static final int LARGEST_TEAM = 12;

    private final Random random = new Random(20);
    private final Set<String> names = new HashSet<>();
    private final List<Member> members = new ArrayList<>();
    private final Instant now;
    private final LocalDate today;
    private final DemoRows.Ids teamIds;
    private final DemoRows.Ids personIds;
    private final DemoRows teams;
    private final DemoRows people;
    private final List<Object[]> leaders = new ArrayList<>();

    DemoOrganisation(JdbcTemplate jdbc, Instant now, LocalDate today) {
        this.now = now;
        this.today = today;
        teamIds = DemoRows.ids(jdbc, "team_seq");
        personIds = DemoRows.ids(jdbc, "person_seq");
        teams = new DemoRows(jdbc, "team", "id", "name", "kind", "parent_id");
        people = new DemoRows(
                jdbc,
                "person",
                "id",
                "employee_number",
                "given_name",
                "family_name",
                "display_name",
                "sort_name",
                "email",
                "job_title",
                "level",
                "level_fixed",
                "team_id",
                "manager_id",
                "location",
                "time_zone",
                "language",
                "active",
                "joined_on",
                "created_at",
                "updated_at");
    }

    /** @return everybody, superiors before those who report to them */
    List<Member> write(JdbcTemplate jdbc) {
        var organisation = teamIds.next();
        teams.add(organisation, DemoPeople.ORGANISATION, "ORGANISATION", null);
        var president = person("President", "EXECUTIVE", organisation, null, 0);
        lead(organisation, president);
        var place = 0;
        for (var department : DemoPeople.DEPARTMENTS) {
            place = department(department, organisation, president, place);
        }
        teams.write();
        people.write();
        jdbc.batchUpdate("update team set leader_id = ? where id = ?", leaders);
        return members;
    }

    private int department(Department department, long organisation, Member president, int firstPlace) {
        var place = firstPlace;
        var id = teamIds.next();
        teams.add(id, department.name(), "DEPARTMENT", organisation);
        var director = person(department.head(), "EXECUTIVE", id, president, place % DemoPeople.LOCATIONS.size());
        lead(id, director);
        for (var team : department.teams()) {
            team(team, id, director, place++);
        }
        return place;
    }

    private void team(Team team, long departmentId, Member director, int place) {
        var id = teamIds.next();
        teams.add(id, team.name(), "TEAM", departmentId);
        var site = place % DemoPeople.LOCATIONS.size();
        var manager = person("Manager " + team.name(), "MANAGER", id, director, site);
        lead(id, manager);
        var size = SMALLEST_TEAM + random.nextInt(LARGEST_TEAM - SMALLEST_TEAM + 1);
        var shiftLead = person("Team Lead " + team.name(), "TEAM_LEAD", id, manager, site);
        for (var i = 0; i < size; i++) {
            var title = team.titles().get(random.nextInt(3) == 0 ? 1 : 0);
            // Half of the team reports to the lead, the other half straight to the manager.
            person(title, "FRONT_LINE", id, i % 2 == 0 ? shiftLead : manager, site);
        }
    }

    private void lead(long teamId, Member leader) {
        leaders.add(new Object[] {leader.id(), teamId});
    }

    private Member person(String title, String level, long teamId, @Nullable Member manager, int site) {
        String given;
        String family;
        do {
            given = DemoPeople.GIVEN.get(random.nextInt(DemoPeople.GIVEN.size()));
            family = DemoPeople.FAMILY.get(random.nextInt(DemoPeople.FAMILY.size()));
        } while (!names.add(given + " " + family));
        var id = personIds.next();
        var address = (plain(given) + "." + plain(family)).toLowerCase(Locale.ROOT) + "@meridian.example";
        // A few people of the shop floor have no mailbox, as everywhere.
        var email = level.equals("FRONT_LINE") && random.nextInt(25) == 0 ? null : address;
        people.add(
                id,
                "M%04d".formatted(1001 + members.size()),
                given,
                family,
                given + " " + family,
                family + ", " + given,
                email,
                title,
                level,
                true,
                teamId,
                manager == null ? null : manager.id(),
                DemoPeople.LOCATIONS.get(site),
                DemoPeople.ZONES.get(site),
                site < 2 && random.nextInt(3) > 0 ? "de" : "en",
                true,
                today.minusDays(90L + random.nextInt(4000)),
                now,
                now);
        var member = new Member(
                id,
                given + " " + family,
                address,
                level,
                teamId,
                manager == null ? null : manager.id(),
                members.size());
        members.add(member);
        return member;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
    }
}
