package org.weft.people.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches many ids at once. Sequences step by fifty, so that each number drawn stands for fifty ids. */
@Component
class IdBlocks {

    private static final int BLOCK = 50;
    private static final int BLOCKS_A_STATEMENT = 1_000;

    private final JdbcClient jdbc;

    IdBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> next(String sequence, int count) {
        var ids = new ArrayList<Long>(count);
        while (ids.size() < count) {
            var blocks = Math.min(BLOCKS_A_STATEMENT, (count - ids.size() + BLOCK - 1) / BLOCK);
            var starts = jdbc.sql("select nextval('" + sequence + "') from (values "
                            + String.join(", ", Collections.nCopies(blocks, "(1)")) + ") as block (n)")
                    .query(Long.class)
                    .list();
            for (var start : starts) {
                for (var offset = 0; offset < BLOCK && ids.size() < count; offset++) {
                    ids.add(start + offset);
                }
            }
        }
        return ids;
    }
}
