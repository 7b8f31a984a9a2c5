package org.weft.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.weft.WeftApplication;

/** The command as it is given, against a database of its own. */
@ExtendWith(OutputCaptureExtension.class)
class FigureCheckCommandTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=64;DB_CLOSE_DELAY=-1";

    @Test
    void theExitCodeSaysWhetherAllFiguresEqualTheirSource(CapturedOutput output) throws Exception {
        assertThat(command("--weft.check-figures")).isZero();
        assertThat(output.getOut().lines().filter(line -> line.endsWith("rows  equal")))
                .hasSize(9);
        assertThat(output.getOut()).doesNotContain("first administrator");

        aCohortWithThreeMembersTooMany();
        assertThat(command("--weft.check-figures")).isEqualTo(1);
        assertThat(output.getOut())
                .contains("1 rows  1 differ")
                .contains("cohort 7: member_count 3; should be member_count 0");

        assertThat(command("--weft.check-figures=repair")).isZero();
        assertThat(output.getOut()).contains("Set right: 1 rows");
        assertThat(text("select actor_name || ': ' || detail from audit_entry")).isEqualTo("Weft: rows: 1");
        assertThat(text("select member_count from cohort")).isEqualTo("0");
    }

    @Test
    void aWordItDoesNotKnowStartsNothing(CapturedOutput output) {
        assertThat(command("--weft.check-figures=mend")).isEqualTo(2);
        assertThat(output.getErr()).contains("--weft.check-figures takes no value, or =repair");
    }

    @Test
    void withoutTheOptionThePortalStarts() {
        assertThat(FigureCheckCommand.asked("--server.port=8081")).isFalse();
        assertThat(FigureCheckCommand.asked("--weft.check-figures")).isTrue();
        assertThat(FigureCheckCommand.asked("--weft.check-figures=repair")).isTrue();
    }

    private int command(String option) {
        return FigureCheckCommand.run(
                new SpringApplication(WeftApplication.class), option, "--spring.datasource.url=" + database);
    }

    private void aCohortWithThreeMembersTooMany() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into program (id, name, purpose, status, created_at)
                    values (5, 'Bridges', 'Meet', 'ACTIVE', current_timestamp)""");
            statement.execute("""
                    insert into cycle (id, program_id, name, starts_on, ends_on)
                    values (6, 5, 'Q4', date '2026-10-01', date '2026-12-31')""");
            statement.execute("""
                    insert into cohort (id, cycle_id, name, audience, member_count) values (7, 6, 'First', 'MANUAL', 3)""");
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database, "weft", "");
    }
}
