package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.Cases;
import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.schema.SchemaBuilder;
import graphql.ExecutionInput;
import graphql.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Responses written from rows equal those of graphql-java on the same data. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class AgreementTest {

    private static final int DOCUMENTS = 600;

    @Inject
    GraphQLExecutor answers;

    @Inject
    Metamodel metamodel;

    @Inject
    Database database;

    private Records records;
    private Oracle oracle;
    private GraphQL own;

    @BeforeEach
    void read() throws SQLException {
        records = new Records(metamodel, database.source(), database.dialect());
        oracle = new Oracle(records);
        own = GraphQL.newGraphQL(new SchemaBuilder(metamodel).build(IntrospectionDataFetchers.registry())).build();
    }

    @Test
    void any_document_is_answered_as_graphql_java_answers_it_from_records_in_memory() {
        long characters = Cases.sum(DOCUMENTS, i -> {
            long seed = GeneratedProfile.SEED + i;
            RandomDocument random = new RandomDocument(Cases.random(seed), oracle.schema(), records);
            String document = random.text();
            String as = "seed " + seed + "\n" + document + "\n" + Door.text(random.variables());
            String expected = Door.text(oracle.ask(document, random.variables()).toSpecification());
            assertThat(expected).as(as).doesNotContain("\"errors\"");
            String written = written(document, random.variables());
            same(Door.plain(written), expected, as);
            return written.length();
        });
        assertThat(characters).as("what all documents together were answered").isGreaterThan(DOCUMENTS * 100L);
    }

    @Test
    void any_document_is_answered_as_graphql_java_answers_it_from_the_same_rows() {
        Cases.sum(DOCUMENTS / 5, i -> {
            long seed = GeneratedProfile.SEED - 1 - i;
            RandomDocument random = new RandomDocument(Cases.random(seed), oracle.schema(), records);
            String document = random.text();
            same(Door.plain(written(document, random.variables())), executed(document, random.variables()),
                    "seed " + seed + "\n" + document + "\n" + Door.text(random.variables()));
            return document.length();
        });
    }

    @Test
    void cursors_are_the_same_both_ways() {
        for (String document : List.of(
                "{ people(first: 3, orderBy: [{name: DESC}]) { edges { cursor node { affiliations(last: 2) { edges { cursor } pageInfo { startCursor endCursor } } } } } }",
                "{ __schema { queryType { name } } __typename initiatives(first: 2) { pageInfo { endCursor } nodes { citations(first: 1) { edges { cursor node { subject { id } } } } } } }")) {
            assertThat(Door.plain(written(document, Map.of()))).isEqualTo(executed(document, Map.of()));
        }
    }

    /** Shows no more of two long answers than where they part. */
    private static void same(String actual, String expected, String as) {
        int equal = Arrays.mismatch(actual.toCharArray(), expected.toCharArray());
        int from = Math.max(0, equal - 300);
        assertThat(equal < 0 ? "" : actual.substring(from, Math.min(actual.length(), equal + 200))).as(as)
                .isEqualTo(equal < 0 ? "" : expected.substring(from, Math.min(expected.length(), equal + 200)));
    }

    private String written(String document, Map<String, Object> variables) {
        return new String(answers.ask(new GraphQLRequest(document, null, variables)).body(), StandardCharsets.UTF_8);
    }

    private String executed(String document, Map<String, Object> variables) {
        PreparedRequest ready = answers.ready(new GraphQLRequest(document, null, variables));
        return Door.text(own.execute(ExecutionInput.newExecutionInput(document).variables(variables)
                .graphQLContext(Map.of(IntrospectionDataFetchers.class, maps(ready))).build()).toSpecification());
    }

    private Map<String, Object> maps(PreparedRequest ready) {
        try (SnapshotSession snapshot = answers.open(ready.asked(), new CancellationToken())) {
            return GraphQLExecutor.maps(ready, snapshot.load(ready.asked()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
