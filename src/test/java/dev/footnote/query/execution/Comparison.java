package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.query.GraphQLRequest;
import graphql.schema.GraphQLSchema;

/** Compares responses with the reference implementation in memory. */
abstract class Comparison {

    @Inject
    GraphQLExecutor answers;

    @Inject
    Metamodel metamodel;

    @Inject
    Database database;

    Records records;
    Naive naive;
    GraphQLSchema schema;

    @BeforeEach
    void read() throws SQLException {
        records = new Records(metamodel, database.source(), database.dialect());
        naive = new Naive(records);
        schema = new Oracle(records).schema();
    }

    /** What is answered, faults and all. */
    JsonNode answer(GraphQLRequest request) {
        return Door.tree(new String(answers.ask(request).body(), StandardCharsets.UTF_8));
    }

    JsonNode ask(GraphQLRequest request) {
        JsonNode answer = answer(request);
        assertThat(answer.has("errors")).as(request + "\n" + answer).isFalse();
        return answer;
    }
}
