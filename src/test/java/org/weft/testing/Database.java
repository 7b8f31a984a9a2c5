package org.weft.testing;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database under test. */
public class Database {

    /** What migrations ship stays; tests that change it put it back. */
    private static final List<String> SHIPPED = List.of(
            "flyway_schema_history", "objective_template", "objective_template_level", "level_rule", "reminder_policy");

    private final JdbcClient jdbc;
    private final boolean postgres;

    Database(DataSource dataSource, JdbcClient jdbc) {
        this.jdbc = jdbc;
        try (var connection = dataSource.getConnection()) {
            postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isPostgres() {
        return postgres;
    }

    /** Empties every table but what the product ships. */
    public void clean() {
        var tables = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list().stream()
                .filter(table -> !SHIPPED.contains(table))
                .toList();
        if (postgres) {
            jdbc.sql("truncate " + String.join(", ", tables)).update();
        } else {
            jdbc.sql("set referential_integrity false").update();
            tables.forEach(table -> jdbc.sql("delete from \"" + table + "\"").update());
            jdbc.sql("set referential_integrity true").update();
        }
        jdbc.sql("delete from objective_template where not shipped").update();
        jdbc.sql("delete from reminder_policy where starter is null").update();
        jdbc.sql("update reminder_policy set active_since = null").update();
    }
}
