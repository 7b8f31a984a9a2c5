package org.weft.programs;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** The little that a program's owner and a cohort's lead need of the directory. */
@Component
class PersonLookup {

    private final JdbcClient jdbc;

    PersonLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable String name(@Nullable Long id) {
        return id == null
                ? null
                : jdbc.sql("select display_name from person where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /** Whoever is newly chosen must be active; who was chosen before may stay, also after leaving. */
    void requireActive(String field, @Nullable Long id, @Nullable Long former) {
        if (id == null || id.equals(former)) {
            return;
        }
        var active = jdbc.sql("select count(*) from person where id = ? and active")
                .param(id)
                .query(Integer.class)
                .single();
        if (active == 0) {
            throw new InvalidInputException(field, Text.of("programs.error.personInactive"));
        }
    }
}
