package org.weft.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 promises of an update holds where it is written in place, with fewer writes. */
class InPlaceTableEngineTest {

    private static final String IN_PLACE = ";DEFAULT_TABLE_ENGINE=" + InPlaceTableEngine.class.getName();

    private static final String TABLES = """
            create table team (id bigint primary key, name varchar(50) not null unique);
            create table person (id bigint primary key, number int not null unique, name varchar(50), talks int, met int,
                team_id bigint references team, check (talks < 1000));
            create index person_by_name on person (name, id);
            create index person_by_talks on person (talks, name, id);
            create index person_by_met on person (met, name, id);
            insert into team values (1, 'Sales'), (2, 'Store'), (3, 'Works');
            insert into person select x, x, 'N' || mod(x * 7, 50), mod(x, 9), mod(x, 4), mod(x, 3) + 1
                from system_range(1, 200)""";

    private final List<Connection> connections = new ArrayList<>();

    @AfterEach
    void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void onlyIndexesThatChangeAreWritten() throws SQLException {
        var connection = filled(IN_PLACE);

        assertThat(writes(connection, "update person set team_id = team_id where id = 7"))
                .as("only the lock of the row")
                .isEqualTo(1);
        assertThat(writes(connection, "update person set talks = talks + 1 where id = 7"))
                .as("the row, which is locked first, and out of one index and into it")
                .isEqualTo(4);
        assertThat(writes(connection, "update person set name = 'Ada' where id = 7"))
                .as("the row and the three indexes that hold names")
                .isEqualTo(8);
        assertThat(writes(filled(""), "update person set talks = talks + 1 where id = 7"))
                .as("H2 by itself")
                .isGreaterThan(8);
    }

    @Test
    void keysMayChangePlacesInOneStatement() throws SQLException {
        var connection = filled(IN_PLACE);

        execute(connection, "update person set number = 201 - number");
        execute(connection, "update person set id = id + 1");

        assertThat(rows(connection, "select id, number from person where number in (1, 200) order by number"))
                .containsExactly("201 1", "2 200");
        assertThatThrownBy(() -> execute(connection, "update person set number = 5 where number = 6"))
                .hasMessageContaining("Unique index");
        assertThat(rows(connection, "select count(*), count(distinct number) from person"))
                .containsExactly("200 200");
    }

    @Test
    void aStatementThatFailsHalfWayLeavesNothing() throws SQLException {
        var connection = filled(IN_PLACE);
        var before = everything(connection);

        assertThatThrownBy(() -> execute(connection, "update person set talks = id * 10"))
                .hasMessageContaining("Check constraint");
        assertThatThrownBy(() -> execute(connection, "update person set met = 5, team_id = id"))
                .hasMessageContaining("Referential integrity");

        assertThat(everything(connection)).isEqualTo(before);
    }

    @Test
    void aRollbackPutsRowsBackInEveryIndex() throws SQLException {
        var connection = filled(IN_PLACE);
        var before = everything(connection);
        connection.setAutoCommit(false);
        execute(connection, "update person set talks = talks + 1");
        execute(connection, "update person set name = 'Ada', met = 0 where id < 50");

        connection.rollback();

        assertThat(everything(connection)).isEqualTo(before);
    }

    @Test
    void whoeverUpdatesTheSameRowWaitsAndAddsToIt() throws Exception {
        var database = "jdbc:h2:mem:" + UUID.randomUUID();
        var one = open(database + IN_PLACE);
        execute(one, TABLES);
        var other = open(database);
        one.setAutoCommit(false);
        execute(one, "update person set talks = 20 where id = 7");

        var waiting = new Thread(() -> {
            try {
                execute(other, "update person set talks = talks + 1 where id = 7");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        while (waiting.getState() == Thread.State.RUNNABLE || waiting.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        one.commit();
        waiting.join();

        assertThat(rows(one, "select id from person where talks = 21")).containsExactly("7");
        assertThat(rows(one, "select id from person where talks = 20")).isEmpty();
    }

    @Test
    void randomChangesAreFoundByEveryIndexAsInH2ByItself() throws SQLException {
        var ours = filled(IN_PLACE);
        var theirs = filled("");
        var random = new Random(5);

        for (var i = 0; i < 400; i++) {
            var change = change(random);
            assertThat(outcome(ours, change)).as(change).isEqualTo(outcome(theirs, change));
        }

        assertThat(everything(ours)).isEqualTo(everything(theirs));
    }

    @Test
    void aFileThatWasMadeWithoutIsOpenedWithItAndTheOtherWay(@TempDir Path folder) throws SQLException {
        var file = "jdbc:h2:file:" + folder.resolve("weft");
        try (var made = DriverManager.getConnection(file)) {
            execute(made, TABLES);
        }

        List<String> changed;
        try (var opened = DriverManager.getConnection(file + IN_PLACE)) {
            assertThat(writes(opened, "update person set talks = talks + 1 where id = 7"))
                    .isEqualTo(4);
            execute(opened, "create table place (id bigint primary key, name varchar(50))");
            changed = everything(opened);
        }

        var plain = open(file);
        assertThat(everything(plain)).isEqualTo(changed);
        assertThat(rows(plain, "select count(*) from place")).containsExactly("0");
    }

    @Test
    void largeTextsAreH2sOwn() throws SQLException {
        var connection = open("jdbc:h2:mem:" + UUID.randomUUID() + IN_PLACE);
        execute(connection, "create table mail (id bigint primary key, subject varchar(50), body clob)");
        execute(connection, "insert into mail values (1, 'Hello', repeat('x', 100000))");
        connection.setAutoCommit(false);
        execute(connection, "update mail set body = 'short', subject = 'Bye'");

        connection.rollback();

        assertThat(rows(connection, "select subject, char_length(body) from mail"))
                .containsExactly("Hello 100000");
    }

    private static String change(Random random) {
        var id = random.nextInt(200) + 1;
        return switch (random.nextInt(8)) {
            case 0 -> "update person set talks = talks + 1 where mod(id, 17) = " + random.nextInt(17);
            case 1 -> "update person set name = 'N" + random.nextInt(50) + "' where id = " + id;
            case 2 -> "update person set met = null, talks = null where id = " + id;
            case 3 -> "update person set number = number + 1 where number >= " + id;
            case 4 -> "update person set number = " + (random.nextInt(200) + 1) + " where id = " + id;
            case 5 -> "update person set team_id = " + (random.nextInt(4) + 1) + " where id = " + id;
            case 6 -> "delete from person where id = " + id;
            default ->
                "merge into person p using (select " + id + " as id, " + random.nextInt(9)
                        + " as n) s on p.id = s.id when matched then update set talks = s.n, met = p.met + 1";
        };
    }

    /** How many rows it touched, or the code it failed with. */
    private static String outcome(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            return String.valueOf(statement.executeUpdate(sql));
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** All rows, as the table has them and along each index. */
    private static List<String> everything(Connection connection) throws SQLException {
        var all = new ArrayList<String>();
        for (var order : List.of("id", "number", "name, id", "talks, name, id", "met, name, id")) {
            all.addAll(rows(connection, "select * from person order by " + order));
        }
        for (var where : List.of("name >= 'N'", "talks >= 0", "met >= 0", "number >= 0")) {
            all.addAll(rows(connection, "select id from person where " + where + " order by id"));
        }
        return all;
    }

    /** The entries of rows and indexes a statement writes. */
    private static long writes(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var before = session.getTransaction().setSavepoint();
        execute(connection, sql);
        var written = session.getTransaction().setSavepoint() - before;
        connection.commit();
        return written;
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(String.join(" ", row));
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection filled(String setting) throws SQLException {
        var connection = open("jdbc:h2:mem:" + UUID.randomUUID() + setting);
        execute(connection, TABLES);
        return connection;
    }

    private Connection open(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        connections.add(connection);
        return connection;
    }
}
