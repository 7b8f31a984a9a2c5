package org.weft.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.weft.access.AccountDetails;
import org.weft.access.Role;
import org.weft.base.DatabaseDialect;
import org.weft.base.KeptFigure;
import org.weft.testing.PortalTest;
import org.weft.testing.SignedIn;

/** The whole portal behind a real port, on a database filled once for all benches of the run. Several run side by side. */
final class BenchPortal {

    @PortalTest
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Import(Additions.class)
    private @interface Bench {}

    @Bench
    @ContextConfiguration(initializers = BenchDatabase.Large.class)
    private static final class Large {}

    @Bench
    @ContextConfiguration(initializers = BenchDatabase.Small.class)
    private static final class Small {}

    @Bench
    @ContextConfiguration(initializers = BenchDatabase.Embedded.class)
    private static final class Embedded {}

    /** What the benches add: an ear at the connection pool, and the page that is a yardstick. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Additions {
        @Bean
        static StatementLog statementLog() {
            return new StatementLog();
        }

        @Bean
        ComponentGrid.Registration componentGrid() {
            return new ComponentGrid.Registration();
        }
    }

    /** Writes a row of each table that pages read, and changes nothing. */
    private static final List<String> READ = Stream.of(
                    "participant(id)",
                    "assignment(id)",
                    "person(id)",
                    "team(id)",
                    "figure_cycle(cycle_id)",
                    "figure_group(cycle_id)",
                    "figure_week(cycle_id)",
                    "figure_objective(cycle_id)")
            .map(column -> column.split("[()]"))
            .map(part -> "update %1$s set %2$s = %2$s where _rowid_ = (select min(_rowid_) from %1$s)"
                    .formatted(part[0], part[1]))
            .toList();

    private static final Map<Class<?>, BenchPortal> RUNNING = new HashMap<>();

    private final String database;
    private final ApplicationContext beans;
    private final BenchData data;

    private BenchPortal(String database, Class<?> kind, int participants) throws Exception {
        this.database = database;
        beans = new TestContextManager(kind).getTestContext().getApplicationContext();
        data = new BenchData(participants);
        fill();
    }

    /** Once: a database that was kept is as it was left. */
    private void fill() throws SQLException {
        var start = System.nanoTime();
        var found = jdbc().sql("select count(*) from participant where cycle_id = ?")
                .param(BenchData.CYCLE)
                .query(Integer.class)
                .single();
        if (found == data.participants()) {
            return;
        }
        new BenchFiller(beans.getBean(DataSource.class), data).fill();
        if (!beans.getBean("keptDirectoryCopy", KeptFigure.class).check().equal()) {
            throw new IllegalStateException("Participants were filled with something else than the directory says");
        }
        System.out.printf("%s filled in %d s%n", database, (System.nanoTime() - start) / 1_000_000_000);
    }

    static BenchPortal large() throws Exception {
        return portal("PostgreSQL", Large.class, BenchDatabase.PARTICIPANTS);
    }

    static BenchPortal small() throws Exception {
        return portal("PostgreSQL", Small.class, Math.min(10_000, BenchDatabase.PARTICIPANTS));
    }

    static BenchPortal embedded() throws Exception {
        return portal("H2", Embedded.class, Math.max(10_000, BenchDatabase.PARTICIPANTS / 10));
    }

    private static synchronized BenchPortal portal(String database, Class<?> kind, int participants) throws Exception {
        var portal = RUNNING.get(kind);
        if (portal == null) {
            portal = new BenchPortal(database, kind, participants);
            RUNNING.put(kind, portal);
        }
        return portal;
    }

    BenchData data() {
        return data;
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    ApplicationContext beans() {
        return beans;
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    StatementLog statements() {
        return bean(StatementLog.class);
    }

    int port() {
        return Integer.parseInt(beans.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /**
     * Has PostgreSQL read these tables and their indexes, as far as its memory goes: a server that has been written to for
     * a day holds them. One that was started a minute ago does not, and reads a page from the disk for every index.
     */
    void keepInMemory(String... tables) {
        if (!bean(DatabaseDialect.class).postgres()) {
            return;
        }
        bean(JdbcTemplate.class).execute("create extension if not exists pg_prewarm");
        jdbc().sql("""
                        select pg_prewarm(c.oid::regclass) from pg_class c
                        where c.oid in (select relid from pg_stat_user_tables where relname in (:tables)
                            union select indexrelid from pg_stat_user_indexes where relname in (:tables))""").param("tables", List.of(tables)).query(Long.class).list();
    }

    /**
     * Has H2 read what it is asked, instead of handing out again what the same statement found the last time: it does so
     * until a row of a table has been written. PostgreSQL never does.
     */
    void forgetResults() {
        if (bean(DatabaseDialect.class).postgres()) {
            return;
        }
        for (var table : READ) {
            jdbc().sql(table).update();
        }
    }

    /** Makes this portal the one whose sign-ins count, on all threads: each context brings its own holder. */
    void enter() {
        SecurityContextHolder.setContextHolderStrategy(bean(SecurityContextHolderStrategy.class));
    }

    /** Signs an account without a person in, on this thread. */
    AccountDetails signIn(Role role) {
        enter();
        return SignedIn.as(role);
    }

    /** As it stands in the table: "PostgreSQL, 1,000,000". */
    @Override
    public String toString() {
        return "%s, %,d".formatted(database, data.participants());
    }
}
