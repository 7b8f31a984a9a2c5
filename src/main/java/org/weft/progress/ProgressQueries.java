package org.weft.progress;

import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.DatabaseDialect;

/** Begins the questions that are asked of participants: on this day, in the words of this database. */
@Component
class ProgressQueries {

    private final LocalDays days;
    private final DatabaseDialect dialect;

    ProgressQueries(LocalDays days, DatabaseDialect dialect) {
        this.days = days;
        this.dialect = dialect;
    }

    ProgressQuery of(Scope scope, ProgressFilter filter) {
        return new ProgressQuery(scope, filter, days, dialect);
    }
}
