package org.weft.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.PersonDirectory;
import org.weft.base.LikePattern;

/** Answers whom an account may belong to, and whom the trail tells of: to administrators and HR, who may see all. */
@Component
@PreAuthorize("hasAnyRole('ADMIN', 'HR')")
class AccountPersons implements PersonDirectory {

    private static final RowMapper<PersonRef> REF = (row, n) -> {
        var title = row.getString("job_title");
        return new PersonRef(
                row.getLong("id"),
                row.getString("display_name"),
                row.getString("employee_number") + (title == null ? "" : " · " + title));
    };

    private final JdbcClient jdbc;

    AccountPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonRef> find(String text, int offset, int limit) {
        return jdbc.sql("""
                        select id, display_name, employee_number, job_title from person
                        where active and (lower(display_name) like :text escape '\\' or lower(employee_number) like :text escape '\\'
                            or lower(email) like :text escape '\\')
                        order by sort_name, id offset :offset rows fetch next :limit rows only""")
                .param("text", LikePattern.containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(REF)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonRef> get(long personId) {
        return jdbc.sql("select id, display_name, employee_number, job_title from person where id = :id")
                .param("id", personId)
                .query(REF)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> personIds) {
        var names = new HashMap<Long, String>();
        if (!personIds.isEmpty()) {
            jdbc.sql("select id, display_name from person where id in (:ids)")
                    .param("ids", personIds)
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("display_name"));
                    });
        }
        return names;
    }
}
