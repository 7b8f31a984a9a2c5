package org.weft.objectives;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the objectives the product ships into a new database, as one of its migrations: it runs once, so what HR edits or
 * retires afterwards stays as HR left it.
 *
 * <p>The file gives wording, level, type, target and unit. The rest follows from those by the rules in {@link Entry}.
 */
@Component
class ShippedLibrary implements JavaMigration {

    private static final String FILE = "/library/objectives.csv";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6.1");
    }

    @Override
    public String getDescription() {
        return "shipped library";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws IOException, SQLException {
        var entries = read();
        var connection = context.getConnection();
        insertTemplates(connection, entries);
        insertLevels(connection, entries);
    }

    static List<Entry> read() throws IOException {
        var stream = Objects.requireNonNull(ShippedLibrary.class.getResourceAsStream(FILE), FILE);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Entry(
                            cells[0], cells[1], cells[2], cells[3], Integer.parseInt(cells[4]), cells[5], cells[6]))
                    .toList();
        }
    }

    private static void insertTemplates(Connection connection, List<Entry> entries) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into objective_template
                    (code, title, type, plan_kind, target, unit, measure, due_days, evidence, shipped)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, true)""")) {
            for (var entry : entries) {
                insert.setString(1, entry.code());
                insert.setString(2, entry.title());
                insert.setString(3, entry.type());
                insert.setString(4, entry.planKind().name());
                insert.setInt(5, entry.target());
                insert.setString(6, entry.unit());
                insert.setString(7, entry.measure().name());
                insert.setInt(8, entry.dueDays());
                insert.setString(9, entry.evidence());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertLevels(Connection connection, List<Entry> entries) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into objective_template_level (template_id, level)
                select id, ? from objective_template where code = ?""")) {
            for (var entry : entries) {
                insert.setString(1, entry.level());
                insert.setString(2, entry.code());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One line of the file, and what follows from it. */
    record Entry(String code, String level, String type, String title, int target, String unit, String evidence) {

        private static final Set<String> PEOPLE = Set.of("people", "person", "partners", "leads", "contacts");
        private static final Set<String> GROUPS = Set.of("teams", "departments", "divisions", "groups");

        /** The unit's first word says what is counted; whatever is no person and no team shows in conversations. */
        Measure measure() {
            var word = unit.split("[ ,]", 2)[0];
            if (word.equals("percent")) {
                return Measure.REPORTED;
            }
            if (PEOPLE.contains(word)) {
                return Measure.COUNTERPARTS;
            }
            return GROUPS.contains(word) ? Measure.TEAMS : Measure.CONVERSATIONS;
        }

        /**
         * A relationship is one's own, so it stands in the individual plan at every level. The rest stands in the plan
         * of what the role answers for: oneself, the team led, the organisation.
         */
        PlanKind planKind() {
            if (type.equals(ObjectiveType.RELATIONSHIP.name())) {
                return PlanKind.INDIVIDUAL;
            }
            return switch (level) {
                case "FRONT_LINE" -> PlanKind.INDIVIDUAL;
                case "EXECUTIVE" -> PlanKind.ORGANISATION;
                default -> PlanKind.TEAM;
            };
        }

        /** First learn and meet, then look at the whole, then ask for feedback; ninety days are a quarter. */
        int dueDays() {
            return switch (ObjectiveType.valueOf(type)) {
                case INFORMATION_EXCHANGE -> 45;
                case RELATIONSHIP -> 60;
                case BIG_PICTURE -> 75;
                case FEEDBACK_CHANNEL -> 90;
            };
        }
    }
}
