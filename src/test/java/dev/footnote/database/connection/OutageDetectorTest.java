package dev.footnote.database.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The end of an outage is detected, whatever failed at its start. */
class OutageDetectorTest {

    private static final String URL = "jdbc:h2:mem:outage";

    @Test
    void a_failed_pool_flush_does_not_stop_the_outage_check() throws Exception {
        JdbcDataSource source = source(URL + ";IFEXISTS=TRUE");
        OutageDetector outage = new OutageDetector("database of the tests", source, () -> {
            throw new IllegalStateException("by a test");
        });
        try {
            outage.begin(new SQLException("gone", SqlStates.UNREACHABLE));
            assertThatThrownBy(outage::check).isInstanceOf(DatabaseUnavailableException.class);
            try (Connection back = source(URL).getConnection()) {
                assertThat(back.isValid(1)).isTrue();
                for (int i = 0; away(outage) && i < 2000; i++) {
                    Thread.sleep(10);
                }
                assertThat(away(outage)).isFalse();
            }
        } finally {
            outage.close();
        }
    }

    private static boolean away(OutageDetector outage) {
        try {
            outage.check();
            return false;
        } catch (DatabaseUnavailableException e) {
            return true;
        }
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }
}
