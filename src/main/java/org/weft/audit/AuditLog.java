package org.weft.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.base.LikePattern;

/**
 * Reads the trail. It tells of everybody, so it takes no scope and is open only to those who look after the whole: HR and
 * administrators. Nothing here changes an entry; nothing anywhere does.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'ADMIN')")
@Transactional(readOnly = true)
public class AuditLog {

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of entries, the newest first; of the same moment, the one written last first. The page's own sort is not asked. */
    public List<AuditRow> list(AuditFilter filter, Pageable page) {
        var params = params(filter);
        params.put("limit", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE);
        params.put("offset", page.isPaged() ? page.getOffset() : 0L);
        return jdbc.sql("""
                        select a.id, a.at, a.actor_name, a.action, a.subject_type, a.subject_name, a.person_id, a.detail
                        from audit_entry a where %s
                        order by a.at desc, a.id desc
                        limit :limit offset :offset""".formatted(where(filter)))
                .params(params)
                .query((row, n) -> new AuditRow(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject_name"),
                        row.getObject("person_id", Long.class),
                        row.getString("detail")))
                .list();
    }

    public int count(AuditFilter filter) {
        return jdbc.sql("select count(*) from audit_entry a where " + where(filter))
                .params(params(filter))
                .query(Integer.class)
                .single();
    }

    /** The actions the trail holds, each once. */
    public List<String> actions() {
        return jdbc.sql("select distinct a.action from audit_entry a order by a.action")
                .query(String.class)
                .list();
    }

    private static String where(AuditFilter filter) {
        var parts = new ArrayList<String>();
        if (!filter.actor().isBlank()) {
            parts.add("lower(a.actor_name) like :actor escape '\\'");
        }
        if (filter.action() != null) {
            parts.add("a.action = :action");
        }
        if (filter.personId() != null) {
            parts.add("a.person_id = :person");
        }
        if (filter.from() != null) {
            parts.add("a.at >= :from");
        }
        if (filter.to() != null) {
            parts.add("a.at < :to");
        }
        return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
    }

    private static Map<String, Object> params(AuditFilter filter) {
        var params = new HashMap<String, Object>();
        if (!filter.actor().isBlank()) {
            params.put("actor", LikePattern.containing(filter.actor()));
        }
        var action = filter.action();
        if (action != null) {
            params.put("action", action);
        }
        var personId = filter.personId();
        if (personId != null) {
            params.put("person", personId);
        }
        var from = filter.from();
        if (from != null) {
            params.put("from", Timestamp.from(from.atStartOfDay(filter.zone()).toInstant()));
        }
        var to = filter.to();
        if (to != null) {
            params.put(
                    "to",
                    Timestamp.from(to.plusDays(1).atStartOfDay(filter.zone()).toInstant()));
        }
        return params;
    }
}
