package org.weft.progress;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.DatabaseDialect;

/**
 * Reads pages of participants the way the database at hand finds them soonest. PostgreSQL decides by its statistics. H2
 * walks along the index of a sort only for ids, and of a filter it takes every match before it sorts: there a page is
 * looked for among the first rows of the sort, and where these are too few, once more among all. Looking through all
 * texts takes longest, so it is done first, and once where few have the words.
 */
@Component
class PageReader {

    /** From here on also PostgreSQL finds ids along the index before it reads rows. */
    private static final int DEEP = 1000;

    /** So many are named by their ids. With more, the first rows of a sort hold a page of them. */
    private static final int FEW = 2000;

    private final JdbcClient jdbc;
    private final boolean planned;

    PageReader(JdbcClient jdbc, DatabaseDialect dialect) {
        this.jdbc = jdbc;
        planned = dialect.postgres();
    }

    /** The rows from {@code offset} on, at most {@code limit}. One statement, in H2 mostly two. */
    <T> List<T> read(
            ProgressQuery query, String columns, ProgressOrder.By by, int offset, int limit, RowMapper<T> rows) {
        if (planned) {
            var page = offset < DEEP
                    ? query.page(jdbc, columns, by.order(), offset, limit)
                    : query.idsFirst(jdbc, columns, by.order(), offset, limit);
            return page.query(rows).list();
        }
        if (query.looksThroughTexts()) {
            var ids = query.ids(jdbc, FEW + 1);
            if (ids.isEmpty()) {
                return List.of();
            }
            if (ids.size() <= FEW) {
                return query.participants(ids)
                        .page(jdbc, columns, by.order(), offset, limit)
                        .query(rows)
                        .list();
            }
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
