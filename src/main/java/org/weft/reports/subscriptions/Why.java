package org.weft.reports.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/** Words that are kept in a row: a key and at most one value. */
final class Why {

    private static final int LONGEST = 500;

    private Why() {}

    static @Nullable String detail(Text why) {
        if (why.args().isEmpty()) {
            return null;
        }
        var detail = why.args().getFirst().toString();
        return detail.substring(0, Math.min(detail.length(), LONGEST));
    }

    static @Nullable Text read(ResultSet row) throws SQLException {
        var key = row.getString("why_key");
        var detail = row.getString("why_detail");
        return key == null ? null : detail == null ? Text.of(key) : Text.of(key, detail);
    }
}
