package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.edit.Editor;
import dev.footnote.http.AllowedCallers;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.plan.BoundPlan;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A connection that read the past never answers a query of the present with it. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class PastConnectionsTest {

    /** More than there are connections in the pool. */
    private static final int MANY = 100;

    @Inject
    GraphQLExecutor answers;

    @Inject
    Database database;

    @Test
    void a_connection_that_ends_in_the_past_is_not_used_again() throws SQLException {
        Assumptions.assumeTrue(database.dialect() == Dialect.H2, "on PostgreSQL the past ends with the transaction");
        String before = Editor.createSource("Early");
        Editor.createSource("Late");
        BoundPlan asked = answers.ready(new GraphQLRequest("query @knownAt(edit: \"" + before
                + "\") { sources(first: 100) { nodes { title } } }", null, Map.of())).asked();
        SnapshotSession past = answers.open(asked, new CancellationToken());
        past.load(asked);
        try (Connection other = database.source().getConnection()) {
            long ended = JdbcOperations.list(other, """
                    SELECT ABORT_SESSION(session_id)
                    FROM information_schema.sessions
                    WHERE isolation_level = 'SNAPSHOT'
                    AND session_id <> SESSION_ID()""", row -> row.getBoolean(1)).stream().filter(done -> done).count();
            assertThat(ended).isOne();
        }
        assertThatThrownBy(past::close).isInstanceOf(SQLException.class);
        for (int i = 0; i < MANY; i++) {
            assertThat(Door.ask("{ sources(first: 100) { nodes { title } } }")).contains("Late");
        }
    }
}
