package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

class MessageRowMapper implements RowMapper<MessageRow> {

    static final MessageRowMapper INSTANCE = new MessageRowMapper();

    private MessageRowMapper() {}

    @Override
    public MessageRow mapRow(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        var sentAt = row.getTimestamp("sent_at");
        return new MessageRow(
                row.getLong("id"),
                MailKind.valueOf(row.getString("kind")),
                row.getObject("person_id", Long.class),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("subject"),
                MessageStatus.valueOf(row.getString("status")),
                reason == null ? null : MessageReason.valueOf(reason),
                row.getString("server_answer"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by_name"),
                row.getTimestamp("send_after").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                AttachedFile.read(row));
    }
}
