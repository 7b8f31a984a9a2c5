package org.weft.base;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.stereotype.Component;

/** Which database the portal runs on, for the few statements that one of them needs put differently. */
@Component
public class DatabaseDialect {

    private final boolean postgres;

    DatabaseDialect(@Value("${spring.datasource.url:}") String url) {
        postgres = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL;
    }

    /** PostgreSQL, and not H2. */
    public boolean postgres() {
        return postgres;
    }
}
