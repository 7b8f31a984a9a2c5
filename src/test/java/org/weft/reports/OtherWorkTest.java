package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.testing.WeftTest;

@WeftTest
class OtherWorkTest {

    @Autowired
    private OtherWork others;

    @Autowired
    private DataSource dataSource;

    @Test
    void isWhatUsesAnotherConnection() throws SQLException {
        try (var own = dataSource.getConnection()) {
            assertThat(own.isValid(1)).isTrue();
            assertThat(others.underWay()).isFalse();
            try (var another = dataSource.getConnection()) {
                assertThat(another.isValid(1)).isTrue();
                assertThat(others.underWay()).isTrue();
            }
            assertThat(others.underWay()).isFalse();
        }
    }
}
