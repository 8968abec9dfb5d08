package dev.footnote.wire;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.footnote.answer.Answers;
import dev.footnote.answer.Execution;
import dev.footnote.database.Database;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.schema.GraphSchema;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;

/** Puts the rooms together to one graph, its schema, and what answers from it. */
@Singleton
public class GraphConfig {

    private final Graph graph;
    private final GraphQLSchema schema;
    private volatile Answers answers;

    GraphConfig(@All List<Api> rooms) {
        this.graph = new Graph(rooms.stream().sorted(Comparator.comparing(room -> room.getClass().getSimpleName())).toList());
        this.schema = new GraphSchema(graph).build(new Execution(() -> answers).registry());
    }

    @Produces
    @Singleton
    Graph graph() {
        return graph;
    }

    @Produces
    @Singleton
    Answers answers(Database database) {
        answers = new Answers(graph, schema, database.source(), database.dialect());
        return answers;
    }

    /** No bean, because the framework has one of that type. */
    GraphQLSchema schema() {
        return schema;
    }
}
