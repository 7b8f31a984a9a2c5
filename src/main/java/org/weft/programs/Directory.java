package org.weft.programs;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** The little that programs and cohorts need of the directory of people. */
@Component
class Directory {

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable String person(@Nullable Long id) {
        return name("select display_name from person where id = ?", id);
    }

    @Nullable String team(@Nullable Long id) {
        return name("select name from team where id = ?", id);
    }

    /** Whoever is newly chosen must be active; who was chosen before may stay, also after leaving. */
    void requireActive(String field, @Nullable Long personId, @Nullable Long former) {
        if (personId == null || personId.equals(former)) {
            return;
        }
        var active = jdbc.sql("select count(*) from person where id = ? and active")
                .param(personId)
                .query(Integer.class)
                .single();
        if (active == 0) {
            throw new InvalidInputException(field, Text.of("programs.error.personInactive"));
        }
    }

    void requireTeam(String field, @Nullable Long teamId) {
        if (teamId != null && team(teamId) == null) {
            throw new InvalidInputException(field, Text.of("programs.error.teamGone"));
        }
    }

    private @Nullable String name(String sql, @Nullable Long id) {
        return id == null
                ? null
                : jdbc.sql(sql).param(id).query(String.class).optional().orElse(null);
    }
}
