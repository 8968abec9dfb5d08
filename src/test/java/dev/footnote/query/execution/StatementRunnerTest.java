package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.sql.SqlBuilder;

/** A statement can be cancelled only while it runs, because its connection then serves other requests. */
class StatementRunnerTest {

    @Test
    void a_failed_statement_can_no_longer_be_cancelled() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:statements")) {
            CancellationToken cancellation = new CancellationToken();
            StatementRunner statements = new StatementRunner(connection, cancellation, new FetchResults(0), 10,
                    new AggregateCache(0));
            SqlBuilder each = new SqlBuilder().add("SELECT 1 WHERE 1 = ").value(SqlBuilder.PARENT);
            assertThatThrownBy(() -> statements.each(each, new Integer[] { 1, 2 }, (parent, row) -> {
                throw new SQLException("by a test");
            })).hasMessage("by a test");
            assertThat(running(cancellation)).isNull();
            assertThatThrownBy(() -> statements.run(new SqlBuilder().add("SELECT 1"), row -> {
                throw new SQLException("by a test");
            })).hasMessage("by a test");
            assertThat(running(cancellation)).isNull();
        }
    }

    private static Object running(CancellationToken cancellation) throws ReflectiveOperationException {
        Field running = CancellationToken.class.getDeclaredField("running");
        running.setAccessible(true);
        return running.get(cancellation);
    }
}
