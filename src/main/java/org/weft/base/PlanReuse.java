package org.weft.base;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a transaction of many small statements, each about a few rows by their keys, use the plans that were made before:
 * for such statements planning takes longer than what is planned. Elsewhere {@link PostgresSettings} has each statement
 * planned for its values.
 */
@Component
public class PlanReuse {

    private final JdbcClient jdbc;
    private final boolean postgres;

    PlanReuse(JdbcClient jdbc, @Value("${spring.datasource.url:}") String url) {
        this.jdbc = jdbc;
        postgres = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL;
    }

    /** From here to the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start() {
        if (postgres) {
            jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        }
    }
}
