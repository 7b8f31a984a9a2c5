package org.weft.programs;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key of a participant, person first. Cycle first, H2 took it for the way to a set of people and read the whole
 * cycle. In Java, because each database has named the old key by itself.
 */
@Component
class ParticipantKey implements JavaMigration {

    private static final String OLD_KEY = """
            select constraint_name from information_schema.table_constraints
            where table_schema = current_schema and lower(table_name) = 'participant' and constraint_type = 'UNIQUE'""";

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            String oldKey;
            try (var found = statement.executeQuery(OLD_KEY)) {
                found.next();
                oldKey = found.getString(1);
            }
            statement.execute("alter table participant add constraint participant_once unique (person_id, cycle_id)");
            statement.execute("alter table participant drop constraint \"" + oldKey + "\"");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("17");
    }

    @Override
    public String getDescription() {
        return "participant key";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
