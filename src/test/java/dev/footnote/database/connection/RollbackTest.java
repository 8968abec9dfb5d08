package dev.footnote.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

/** Why a transaction failed is told, and not that a lost connection cannot be rolled back. */
class RollbackTest {

    @Test
    void a_rollback_that_fails_hides_no_failure() throws SQLException {
        Connection lost = DriverManager.getConnection("jdbc:h2:mem:rollback");
        lost.close();
        SQLException failure = new SQLException("the real one");
        Rollback.after(failure, lost);
        assertThat(failure.getSuppressed()).hasSize(1).allSatisfy(one -> assertThat(one).isInstanceOf(SQLException.class));
        Rollback.rest(lost);
        Rollback.discard(lost);
    }
}
