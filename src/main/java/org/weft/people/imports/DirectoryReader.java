package org.weft.people.imports;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.people.Level;
import org.weft.people.LevelRuleService;
import org.weft.people.PersonName;
import org.weft.people.TeamKind;

/** Reads the whole directory, in three statements. */
@Component
class DirectoryReader {

    private final JdbcClient jdbc;
    private final LevelRuleService levels;

    DirectoryReader(JdbcClient jdbc, LevelRuleService levels) {
        this.jdbc = jdbc;
        this.levels = levels;
    }

    Directory read() {
        var people = jdbc.sql("""
                        select id, employee_number, given_name, family_name, email, job_title, level, level_fixed, team_id,
                            manager_id, location, time_zone, language, active, joined_on, left_on
                        from person order by id""")
                .query((row, n) -> new Directory.Entry(
                        row.getLong("id"),
                        new PersonState(
                                row.getString("employee_number"),
                                new PersonName(row.getString("given_name"), row.getString("family_name")),
                                row.getString("email"),
                                row.getString("job_title"),
                                Level.valueOf(row.getString("level")),
                                row.getBoolean("level_fixed"),
                                row.getObject("team_id", Long.class),
                                row.getObject("manager_id", Long.class),
                                row.getString("location"),
                                row.getString("time_zone"),
                                row.getString("language"),
                                row.getBoolean("active"),
                                row.getObject("joined_on", LocalDate.class),
                                row.getObject("left_on", LocalDate.class))))
                .list();
        var teams = jdbc.sql("select id, name, kind, parent_id from team order by id")
                .query((row, n) -> new Directory.Team(
                        row.getLong("id"),
                        row.getString("name"),
                        TeamKind.valueOf(row.getString("kind")),
                        row.getObject("parent_id", Long.class)))
                .list();
        return Directory.of(people, teams, levels.get());
    }
}
