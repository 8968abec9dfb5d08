package dev.footnote.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

/** The cause of a failed transaction is reported, not the failed rollback of a lost connection. */
class RollbackTest {

    @Test
    void a_failed_rollback_does_not_hide_the_first_failure() throws SQLException {
        Connection lost = DriverManager.getConnection("jdbc:h2:mem:rollback");
        lost.close();
        SQLException failure = new SQLException("the real one");
        Rollback.after(failure, lost);
        assertThat(failure.getSuppressed()).hasSize(1).allSatisfy(one -> assertThat(one).isInstanceOf(SQLException.class));
        Rollback.rest(lost);
        Rollback.discard(lost);
    }
}
