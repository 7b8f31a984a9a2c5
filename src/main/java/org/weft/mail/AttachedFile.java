package org.weft.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a file that goes with a message.
 *
 * @param type what it is, as HTTP and mail say it
 * @param size in bytes
 */
public record AttachedFile(String name, String type, long size) {

    static @Nullable AttachedFile read(ResultSet row) throws SQLException {
        var name = row.getString("attachment_name");
        return name == null
                ? null
                : new AttachedFile(name, row.getString("attachment_type"), row.getLong("attachment_size"));
    }
}
