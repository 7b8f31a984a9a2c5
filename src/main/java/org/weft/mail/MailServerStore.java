package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one row in which the portal keeps its mail server. Every node reads it anew; it is found by its key. */
@Repository
class MailServerStore {

    private final JdbcClient jdbc;

    MailServerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is saved.
     *
     * @param settings without the password
     * @param passwordCipher null where none is kept
     * @param version 0 while nothing is saved
     */
    record Saved(MailServerDraft settings, @Nullable String passwordCipher, int version) {
        static final Saved NOTHING = new Saved(MailServerDraft.NONE, null, 0);

        @Override
        public String toString() {
            return "Saved[" + settings + ", version " + version + "]";
        }
    }

    Saved read() {
        return jdbc.sql("select * from mail_server where id = 1")
                .query(MailServerStore::row)
                .optional()
                .orElse(Saved.NOTHING);
    }

    /** 0 while nothing is saved. */
    int version() {
        return jdbc.sql("select version from mail_server where id = 1")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** @return false if somebody saved since that version */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean save(MailServerDraft settings, @Nullable String passwordCipher, int version, Instant now) {
        var sql = version == 0 ? """
                insert into mail_server (id, host, port, security, username, password_cipher, from_address, from_name,
                    bounce_address, connections, messages_per_connection, per_minute, version, changed_at)
                values (1, :host, :port, :security, :user, :cipher, :from, :fromName, :bounce, :connections, :messages,
                    :perMinute, :version + 1, :now)
                on conflict do nothing""" : """
                update mail_server set host = :host, port = :port, security = :security, username = :user,
                    password_cipher = :cipher, from_address = :from, from_name = :fromName, bounce_address = :bounce,
                    connections = :connections, messages_per_connection = :messages, per_minute = :perMinute,
                    version = version + 1, changed_at = :now
                where id = 1 and version = :version""";
        return jdbc.sql(sql)
                        .param("host", settings.host())
                        .param("port", settings.port(), Types.INTEGER)
                        .param("security", settings.security().name())
                        .param("user", settings.user())
                        .param("cipher", passwordCipher, Types.VARCHAR)
                        .param("from", settings.fromAddress())
                        .param("fromName", settings.fromName())
                        .param("bounce", settings.bounce())
                        .param("connections", settings.connections(), Types.INTEGER)
                        .param("messages", settings.messagesPerConnection(), Types.INTEGER)
                        .param("perMinute", settings.perMinute(), Types.INTEGER)
                        .param("version", version)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Saved row(ResultSet row, int number) throws SQLException {
        return new Saved(
                new MailServerDraft(
                        text(row, "host"),
                        row.getObject("port", Integer.class),
                        MailSecurity.valueOf(row.getString("security")),
                        text(row, "username"),
                        null,
                        text(row, "from_address"),
                        text(row, "from_name"),
                        text(row, "bounce_address"),
                        row.getObject("connections", Integer.class),
                        row.getObject("messages_per_connection", Integer.class),
                        row.getObject("per_minute", Integer.class)),
                row.getString("password_cipher"),
                row.getInt("version"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
