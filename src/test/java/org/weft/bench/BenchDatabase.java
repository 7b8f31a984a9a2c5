package org.weft.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points a portal at a database of its own. PostgreSQL runs as a machine of this size would run it in production: it
 * waits for the disk at every commit.
 */
abstract class BenchDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int PARTICIPANTS = Integer.getInteger("weft.bench.participants", 1_000_000);

    /** Where the databases leave their data for the next run, {@code -Dweft.bench.keep}; none for new ones each time. */
    private static final @Nullable String KEPT = System.getProperty("weft.bench.keep");

    private static @Nullable EmbeddedPostgres postgres;

    /** PostgreSQL with as many participants as asked for: {@code -Dweft.bench.participants}. */
    static final class Large extends BenchDatabase {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            postgres(context, "weft_large");
        }
    }

    /** PostgreSQL with ten thousand participants. */
    static final class Small extends BenchDatabase {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            postgres(context, "weft_small");
        }
    }

    /** H2 in a file, opened as the portal opens it without any setting, with a tenth of the participants. */
    static final class Embedded extends BenchDatabase {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var folder = KEPT != null
                        ? Files.createDirectories(Path.of(KEPT + "-h2"))
                        : Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-h2-");
                use(
                        context,
                        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("weft")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                                + ";QUERY_CACHE_SIZE=64",
                        "weft");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void use(ConfigurableApplicationContext context, String url, String user) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + user,
                        "spring.datasource.hikari.maximum-pool-size=10")
                .applyTo(context);
    }

    private static void postgres(ConfigurableApplicationContext context, String database) {
        use(context, url(database), "postgres");
    }

    /** A database of the measured PostgreSQL, made where there is none; user and password are {@code postgres}. */
    static String url(String database) {
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var there = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'");
            if (!there.next()) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server().getJdbcUrl("postgres", database);
    }

    private static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                var builder = EmbeddedPostgres.builder();
                if (KEPT != null) {
                    builder.setDataDirectory(KEPT).setCleanDataDirectory(false);
                }
                postgres = builder.setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "2GB")
                        .setServerConfig("effective_cache_size", "8GB")
                        .setServerConfig("work_mem", "32MB")
                        .setServerConfig("maintenance_work_mem", "512MB")
                        .setServerConfig("max_wal_size", "8GB")
                        .setServerConfig("checkpoint_timeout", "15min")
                        .setServerConfig("max_parallel_workers_per_gather", "2")
                        .setServerConfig("random_page_cost", "1.1")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }
}
