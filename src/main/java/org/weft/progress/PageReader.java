package org.weft.progress;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.DatabaseDialect;

/**
 * Reads pages of participants the way the database at hand finds them soonest. PostgreSQL decides by its statistics. H2
 * walks along the index of a sort only for ids, and of a filter it takes every match before it sorts: there a page is
 * looked for among the first rows of the sort, and where these are too few, once more among all.
 */
@Component
class PageReader {

    /** From here on also PostgreSQL finds ids along the index before it reads rows. */
    private static final int DEEP = 1000;

    private final JdbcClient jdbc;
    private final boolean planned;

    PageReader(JdbcClient jdbc, DatabaseDialect dialect) {
        this.jdbc = jdbc;
        planned = dialect.postgres();
    }

    /** The rows from {@code offset} on, at most {@code limit}. One statement, in H2 two at most. */
    <T> List<T> read(
            ProgressQuery query, String columns, ProgressOrder.By by, int offset, int limit, RowMapper<T> rows) {
        if (planned) {
            var page = offset < DEEP
                    ? query.page(jdbc, columns, by.order(), offset, limit)
                    : query.idsFirst(jdbc, columns, by.order(), offset, limit);
            return page.query(rows).list();
        }
        if (query.manyMayMatch() && offset < DEEP) {
            var near = query.near(jdbc, columns, by, offset, limit).query(rows).list();
            if (near.size() == limit) {
                return near;
            }
        }
        var order = query.narrows() ? by.order() : by.alongIndex();
        return query.idsFirst(jdbc, columns, order, offset, limit).query(rows).list();
    }
}
