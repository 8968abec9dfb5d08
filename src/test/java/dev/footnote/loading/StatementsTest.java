package dev.footnote.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.footnote.plan.Loaded;
import dev.footnote.sql.Sql;

/** A statement can be cancelled while it runs, and not longer: its connection serves somebody else then. */
class StatementsTest {

    @Test
    void a_statement_that_failed_is_not_there_to_be_cancelled_any_more() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:statements")) {
            Effort effort = new Effort();
            Statements statements = new Statements(connection, effort, new Loaded(0), 10, new Sums(0));
            Sql each = new Sql().add("SELECT 1 WHERE 1 = ").value(Sql.PARENT);
            assertThatThrownBy(() -> statements.each(each, new Integer[] { 1, 2 }, (parent, row) -> {
                throw new SQLException("by a test");
            })).hasMessage("by a test");
            assertThat(running(effort)).isNull();
            assertThatThrownBy(() -> statements.run(new Sql().add("SELECT 1"), row -> {
                throw new SQLException("by a test");
            })).hasMessage("by a test");
            assertThat(running(effort)).isNull();
        }
    }

    private static Object running(Effort effort) throws ReflectiveOperationException {
        Field running = Effort.class.getDeclaredField("running");
        running.setAccessible(true);
        return running.get(effort);
    }
}
