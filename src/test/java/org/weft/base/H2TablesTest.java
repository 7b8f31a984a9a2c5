package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.testing.WeftTest;

@WeftTest
class H2TablesTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableOfThePortalUpdatesInPlace() {
        var kinds = jdbc.sql("""
                        select distinct table_class from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();

        assertThat(kinds).containsExactly(InPlaceTable.class.getName());
    }
}
