package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.weft.base.LikePattern;
import org.weft.base.Selection;

/** Those of the messages a filter finds that are marked, as a condition on {@code message}. */
record MessageQuery(MessageFilter filter, Selection marked) {

    /** What goes out at once when a person says so, but to no address from which too much came back. */
    static final String RETRYABLE = """
            ((status in ('FAILED', 'HELD') or (status = 'QUEUED' and reason is not null))
                and not exists (select 1 from unreachable_address u where u.address = lower(message.to_address)))""";

    static final String CANCELLABLE = "status in ('HELD', 'QUEUED')";

    /** All others are done with. Few of a big outbox are not, and an index finds them. */
    static final String OPEN_TO_CHANGE = "status in ('FAILED', 'HELD', 'QUEUED')";

    String condition() {
        var conditions = new ArrayList<String>();
        conditions.add("1 = 1");
        if (filter.status() != null) {
            conditions.add("status = :status");
        }
        if (filter.kind() != null) {
            conditions.add("kind = :kind");
        }
        if (filter.reason() != null) {
            conditions.add("reason = :reason");
        }
        if (filter.personId() != null) {
            conditions.add("person_id = :person");
        }
        if (filter.from() != null) {
            conditions.add("created_at >= :from");
        }
        if (filter.before() != null) {
            conditions.add("created_at < :before");
        }
        if (!filter.search().isBlank()) {
            conditions.add("(lower(to_name) like :search escape '\\' or lower(to_address) like :search escape '\\'"
                    + " or lower(subject) like :search escape '\\')");
        }
        if (!marked.ids().isEmpty()) {
            conditions.add(marked.allBut() ? "id not in (:marked)" : "id in (:marked)");
        } else if (!marked.allBut()) {
            conditions.add("1 = 0");
        }
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        if (filter.status() != null) {
            parameters.put("status", filter.status().name());
        }
        if (filter.kind() != null) {
            parameters.put("kind", filter.kind().name());
        }
        if (filter.reason() != null) {
            parameters.put("reason", filter.reason().name());
        }
        if (filter.personId() != null) {
            parameters.put("person", filter.personId());
        }
        if (filter.from() != null) {
            parameters.put("from", Timestamp.from(filter.from()));
        }
        if (filter.before() != null) {
            parameters.put("before", Timestamp.from(filter.before()));
        }
        parameters.put("search", LikePattern.containing(filter.search()));
        parameters.put("marked", marked.ids());
        return parameters;
    }

    /** One of those a change is about. */
    static MessagesChanged.Message message(ResultSet row) throws SQLException {
        return new MessagesChanged.Message(
                MailKind.valueOf(row.getString("kind")),
                row.getString("unique_key"),
                row.getObject("participant_id", Long.class));
    }
}
