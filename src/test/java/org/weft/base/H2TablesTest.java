package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.weft.testing.WeftTest;

@WeftTest
class H2TablesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Test
    void everyTableOfThePortalUpdatesInPlace() {
        var kinds = jdbc.sql("""
                        select distinct table_class from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();

        assertThat(kinds).containsExactly(InPlaceTable.class.getName());
    }

    /** Tests run on a database in memory, which has no pages: this opens a file, as the portal does. */
    @Test
    void pagesOfAFileAreKeptInMemory(@TempDir Path folder) throws SQLException {
        var settings = new Properties();
        settings.putAll(dataSource.unwrap(HikariDataSource.class).getDataSourceProperties());

        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("weft"), settings);
                var statement = connection.createStatement();
                var megabytes = statement.executeQuery("""
                        select cast(setting_value as int) from information_schema.settings
                        where setting_name = 'info.CACHE_MAX_SIZE'""")) {
            assertThat(megabytes.next()).isTrue();
            assertThat(megabytes.getInt(1)).isEqualTo(256);
        }
    }
}
