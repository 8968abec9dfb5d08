package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.ConnectionProvider;
import dev.footnote.database.Database;
import dev.footnote.database.connection.ConnectionCallback;
import dev.footnote.database.replica.RevisionConstraint;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.document.DocumentCache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A request needs one statement for each relation, regardless of the number of records. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class StatementsTest {

    /** Six levels of records, fifteen relations with those to one, which are joined and take no statement. */
    private static final String DEEP = """
            query($n: Int!) {
              organizations(first: $n, orderBy: [{participations: {count: DESC}}]) { nodes { name
                citations(first: $n) { nodes { locator source { title } } }
                participations(first: $n) { nodes { role
                  initiative { name
                    citations(first: $n) { nodes { locator source { title } } }
                    participations(first: $n) { totalCount nodes { role
                      person { name
                        citations(first: $n) { nodes { locator source { title } } }
                        affiliations(first: $n) { nodes { title
                          citations(first: $n) { nodes { locator source { title } } }
                          organization { name
                            citations(first: $n) { nodes { locator source { title } } }
                            members(first: $n) { nodes { title person { name } } } } } } } } } } } } } }
            }""";

    /** Filters and orders through relations at a time, and numbers and groups at the root and twice below it. */
    private static final String SUMMED = """
            query($n: Int!) {
              organizations(first: $n, at: "2001", possibly: true, orderBy: [{members: {count: DESC}},
                  {participations: {sum: {committed: {currency: "CNY", direction: DESC}}}}],
                  filter: {members: {some: {person: {names: {none: {text: {eq: "none"}}}}}}}) {
                totalCount
                aggregate { count founded { earliest } }
                groups(by: [{country: VALUE}], first: $n) { totalCount nodes { key { country } filter aggregate { count } } }
                nodes { name
                  members(first: $n, orderBy: [{person: {participations: {count: DESC}}}],
                      filter: {person: {affiliations: {count: {gte: 1}, counted: {organization: {}}}}}) {
                    totalCount
                    aggregate { number { max } from { latest } }
                    groups(by: [{kind: VALUE}, {person: {hometown: VALUE}}], first: $n, orderBy: [{count: DESC}],
                        having: {count: {gte: 1}}) { totalCount nodes { count aggregate { title { distinct } } } }
                    nodes { title
                      person { name
                        participations(first: $n, orderBy: [{initiative: {name: ASC}}], at: "2000") {
                          aggregate { count committed { currency sum } }
                          groups(by: [{from: QUARTER}], first: $n) { nodes { key { from { year quarter } } count } }
                          nodes { role } } } } } } } }""";

    /**
     * Of each of three levels its records, its numbers and its groups; of two how many there are of both; and the sums.
     * PostgreSQL counts the records of the first level where it finds them.
     */
    private static final int SUMMARIES = 14;

    private static final int LISTS = 10;
    private static final int COUNTS = 1;

    @Inject
    Metamodel metamodel;

    @Inject
    DocumentCache documents;

    @Inject
    QueryLimits limits;

    @Inject
    GraphQLMetrics meters;

    @Inject
    Database database;

    private final List<String> prepared = new ArrayList<>();

    @Test
    void six_levels_need_as_many_statements_for_many_records_as_for_few() {
        GraphQLExecutor answers = counted();
        for (int n : new int[] { 1, 3, 10, 30 }) {
            prepared.clear();
            GraphQLResponse answer = answers.ask(new GraphQLRequest(DEEP, null, Map.of("n", n)));
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("\"errors\"");
            assertThat(prepared).as("statements for pages of " + n).hasSizeLessThanOrEqualTo(LISTS + COUNTS);
            assertThat(answer.cost().statements()).as("statements that the answer tells of").isEqualTo(prepared.size());
            if (n == 10) {
                assertThat(prepared).as("every relation was asked for").hasSize(LISTS + COUNTS);
                assertThat(body.length()).as("there was much to read").isGreaterThan(50_000);
            }
        }
    }

    @Test
    void numbers_and_groups_of_many_lists_take_as_many_statements_as_those_of_few() {
        GraphQLExecutor answers = counted();
        for (int n : new int[] { 1, 3, 10, 30 }) {
            prepared.clear();
            GraphQLResponse answer = answers.ask(new GraphQLRequest(SUMMED, null, Map.of("n", n)));
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("\"errors\"");
            assertThat(prepared).as("statements for pages of " + n).hasSizeLessThanOrEqualTo(SUMMARIES);
            assertThat(answer.cost().statements()).as("statements that the answer tells of").isEqualTo(prepared.size());
            if (n == 10) {
                assertThat(prepared).as("everything was asked for").hasSizeBetween(SUMMARIES - 1, SUMMARIES);
                assertThat(body.length()).as("there was much to read").isGreaterThan(20_000);
            }
        }
    }

    @Test
    void a_filter_or_an_order_needs_no_additional_statement() {
        GraphQLExecutor answers = counted();
        for (String asked : List.of("filter: {members: {every: {person: {names: {count: {lt: 9}}}}}}",
                "filter: {or: [{citations: {some: {source: {citations: {some: {}}}}}}, {names: {none: {}}}]}",
                "orderBy: [{members: {of: {kind: {eq: STAFF}}, count: DESC}}, {links: {count: ASC}}]",
                "orderBy: [{figures: {sum: {value: {unit: MONEY, currency: \"CNY\", direction: DESC}}}}], at: \"2000\"")) {
            prepared.clear();
            answers.ask(new GraphQLRequest("{ organizations(first: 50, " + asked + ") { nodes { id } } }", null, Map.of()));
            assertThat(prepared).as(asked).hasSize(1);
        }
    }

    @Test
    void labels_take_no_statement_of_their_own() {
        GraphQLExecutor answers = counted();
        for (String list : List.of("affiliations", "participations", "figures", "financialReports", "citations", "names")) {
            prepared.clear();
            answers.ask(new GraphQLRequest("{ " + list + "(first: 30) { nodes { label } } }", null, Map.of()));
            assertThat(prepared).as(list).hasSize(1);
        }
    }

    @Test
    void unselected_fields_are_not_read() {
        GraphQLExecutor answers = counted();
        answers.ask(new GraphQLRequest("{ people(first: 2) { nodes { name } } }", null, Map.of()));
        assertThat(prepared).singleElement().asString().contains("t.name").doesNotContain("hometown", "summary", "COUNT");
        prepared.clear();
        answers.ask(new GraphQLRequest("{ people(first: 2) { totalCount } }", null, Map.of()));
        assertThat(prepared).singleElement().asString().contains("COUNT(*)").doesNotContain("ORDER BY");
        prepared.clear();
        answers.ask(new GraphQLRequest("{ participations { aggregate { committed { currency sum } } } }", null, Map.of()));
        assertThat(prepared).singleElement().asString().contains("SUM(").doesNotContain("MIN(", "MAX(");
        prepared.clear();
        answers.ask(new GraphQLRequest("{ __typename }", null, Map.of()));
        answers.ask(new GraphQLRequest("{ people(first: 101) { nodes { name } } }", null, Map.of()));
        answers.ask(new GraphQLRequest("{ __type(name: \"Person\") { name } }", null, Map.of()));
        assertThat(prepared).isEmpty();
    }

    @Test
    void records_of_any_kind_take_a_statement_a_kind() {
        GraphQLExecutor answers = counted();
        String document = "{ citations: source(by: {slug: \"%s\"}) { citations(first: 100) { nodes { subject { id } } } } }";
        String source = Door.tree(new String(
                answers.ask(new GraphQLRequest("{ sources(first: 1) { nodes { slug } } }", null, Map.of())).body(),
                StandardCharsets.UTF_8)).at("/data/sources/nodes/0/slug").asText();
        prepared.clear();
        answers.ask(new GraphQLRequest(document.formatted(source), null, Map.of()));
        assertThat(prepared).hasSizeBetween(4,
                2 + (int) metamodel.entityTypes().stream().filter(entityType -> entityType.cited()).count());
    }

    /** Answers over connections that note every statement that is prepared. */
    private GraphQLExecutor counted() {
        ConnectionProvider noted = new ConnectionProvider() {

            @Override
            public <T> T read(RevisionConstraint vintage, ConnectionCallback<T> work) throws SQLException {
                return database.read(vintage, connection -> work.over(noting(Connection.class, connection)));
            }

            @Override
            public Connection open() throws SQLException {
                return noting(Connection.class, database.open());
            }

            @Override
            public boolean wereAway() {
                return database.wereAway();
            }
        };
        return new GraphQLExecutor(documents, new SnapshotReader(noted, database.dialect(), meters, new AggregateCache(0)),
                limits);
    }

    private <T> T noting(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
