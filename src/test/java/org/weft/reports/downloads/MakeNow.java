package org.weft.reports.downloads;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes every workbook that waits, for the tests of features that order some; the job itself is off in tests. */
@Component
public class MakeNow {

    private final ReportMaker maker;
    private final JdbcClient jdbc;

    MakeNow(ReportMaker maker, JdbcClient jdbc) {
        this.maker = maker;
        this.jdbc = jdbc;
    }

    public void run() {
        jdbc.sql("select id from report_download where state in ('WAITING', 'RUNNING') order by id")
                .query(Long.class)
                .list()
                .forEach(id -> maker.make(id, () -> false));
    }
}
