package org.weft.testing;

import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.programs.DirectoryCopy;

@TestConfiguration(proxyBeanMethods = false)
class TestSupport {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Database database(DataSource dataSource, JdbcClient jdbc) {
        return new Database(dataSource, jdbc);
    }

    @Bean
    Fixture fixture(JdbcClient jdbc, TransactionTemplate transaction, DirectoryCopy directory) {
        return new Fixture(jdbc, transaction, directory);
    }
}
