package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.ConnectionProvider;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.connection.ConnectionCallback;
import dev.footnote.database.replica.RevisionConstraint;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.document.DocumentCache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Counts, sums and groups of whole lists are read once for each revision of the dataset. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class AggregateCacheTest {

    private static final String GROUPS = """
            query($kind: OrganizationKind!) {
              organizations(filter: {kind: {eq: $kind}}) {
                totalCount
                aggregate { count name { distinct } }
                groups(by: [{country: VALUE}], orderBy: [{count: DESC}]) { totalCount nodes { key { country } count } }
              }
              participations { groups(by: [{role: VALUE}]) { nodes { count aggregate { committed { currency sum } } } } }
            }""";

    private static final String COUNTS = """
            { organizations { totalCount } people { totalCount aggregate { count } } sources { aggregate { count } } }""";

    @Inject
    Database database;

    @Inject
    DocumentCache documents;

    @Inject
    QueryLimits limits;

    @Inject
    GraphQLMetrics meters;

    private final List<String> prepared = new ArrayList<>();
    /** Those of them that were prepared in a transaction. */
    private final List<String> inTransaction = new ArrayList<>();

    @Test
    void a_repeated_request_reads_only_the_revision_until_the_next_write() throws SQLException {
        GraphQLExecutor answers = keeping();
        String first = ask(answers, GROUPS, Map.of("kind", "COMPANY"));
        assertThat(prepared).hasSizeGreaterThan(5);
        prepared.clear();
        assertThat(ask(answers, GROUPS, Map.of("kind", "COMPANY"))).isEqualTo(first);
        assertThat(prepared).isNotEmpty().allMatch(sql -> sql.startsWith("SELECT version FROM revision"));
        prepared.clear();
        assertThat(ask(answers, GROUPS, Map.of("kind", "UNIVERSITY"))).isNotEqualTo(first);
        assertThat(prepared).as("of another value").anyMatch(sql -> sql.contains("GROUP BY t.country"));
        write("UPDATE organization SET country = CASE country WHEN 'CN' THEN 'DE' WHEN 'DE' THEN 'CN' ELSE country END");
        prepared.clear();
        String changed = ask(answers, GROUPS, Map.of("kind", "COMPANY"));
        assertThat(prepared).anyMatch(sql -> sql.contains("GROUP BY t.country"));
        write("UPDATE organization SET country = CASE country WHEN 'CN' THEN 'DE' WHEN 'DE' THEN 'CN' ELSE country END");
        assertThat(ask(answers, GROUPS, Map.of("kind", "COMPANY"))).isEqualTo(first);
        assertThat(Door.tree(changed).at("/data/organizations/totalCount"))
                .isEqualTo(Door.tree(first).at("/data/organizations/totalCount"));
    }

    @Test
    void whole_tables_are_counted_without_reading_them() throws SQLException {
        GraphQLExecutor answers = keeping();
        String counts = ask(answers, COUNTS, Map.of());
        if (database.dialect() == Dialect.H2) {
            assertThat(prepared).filteredOn(sql -> sql.contains("COUNT(*)")).hasSize(4);
            assertThat(inTransaction).noneMatch(sql -> sql.contains("COUNT(*)"));
        }
        prepared.clear();
        assertThat(ask(answers, COUNTS, Map.of())).isEqualTo(counts);
        assertThat(prepared).isNotEmpty().allMatch(sql -> sql.startsWith("SELECT version FROM revision"));
        write("INSERT INTO person (id, slug, name) VALUES (987654, 'counted-once', 'Counted Once')");
        try {
            int before = Door.tree(counts).at("/data/people/totalCount").asInt();
            assertThat(Door.tree(ask(answers, COUNTS, Map.of())).at("/data/people/totalCount").asInt()).isEqualTo(before + 1);
        } finally {
            write("DELETE FROM person WHERE id = 987654");
        }
        assertThat(ask(answers, COUNTS, Map.of())).isEqualTo(counts);
    }

    private static String ask(GraphQLExecutor answers, String document, Map<String, Object> variables) {
        return new String(answers.ask(new GraphQLRequest(document, null, variables)).body(), StandardCharsets.UTF_8);
    }

    /** Writes as an import does: with another version. */
    private void write(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(sql);
            statement.executeUpdate("UPDATE revision SET version = '" + UUID.randomUUID() + "'");
            connection.commit();
        }
    }

    private GraphQLExecutor keeping() {
        ConnectionProvider noted = new ConnectionProvider() {

            @Override
            public <T> T read(RevisionConstraint vintage, ConnectionCallback<T> work) throws SQLException {
                return database.read(vintage, connection -> work.over(noting(connection)));
            }

            @Override
            public Connection open() throws SQLException {
                return noting(database.open());
            }

            @Override
            public boolean wereAway() {
                return database.wereAway();
            }
        };
        return new GraphQLExecutor(documents,
                new SnapshotReader(noted, database.dialect(), meters, new AggregateCache(1 << 20)), limits);
    }

    private Connection noting(Connection real) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        prepared.add((String) arguments[0]);
                        inTransaction.addAll(real.getAutoCommit() ? List.of() : List.of((String) arguments[0]));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
