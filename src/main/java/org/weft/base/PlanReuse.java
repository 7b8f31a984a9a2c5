package org.weft.base;

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
    private final DatabaseDialect dialect;

    PlanReuse(JdbcClient jdbc, DatabaseDialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** From here to the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start() {
        if (dialect.postgres()) {
            jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        }
    }
}
