package dev.footnote.assembly;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import dev.footnote.answer.Answers;
import dev.footnote.answer.Execution;
import dev.footnote.cache.CacheConfig;
import dev.footnote.database.Database;
import dev.footnote.document.DocumentConfig;
import dev.footnote.document.Documents;
import dev.footnote.document.Preparing;
import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.limit.Limits;
import dev.footnote.limit.Switches;
import dev.footnote.loading.Reading;
import dev.footnote.loading.Sums;
import dev.footnote.meter.Meters;
import dev.footnote.schema.GraphSchema;
import dev.footnote.schema.SchemaText;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;

/** Puts the rooms together to one graph, its schema, and what answers from it. */
@Singleton
public class GraphConfig {

    static final String SERVED = "footnote.schema";

    private final Graph graph;
    private final GraphQLSchema schema;

    GraphConfig(@All List<Api> rooms) {
        this.graph = new Graph(rooms.stream().sorted(Comparator.comparing(room -> room.getClass().getSimpleName())).toList());
        this.schema = new GraphSchema(graph).build(Execution.registry());
    }

    @Produces
    @Singleton
    Graph graph() {
        return graph;
    }

    @Produces
    @Singleton
    Documents documents(Limits limits, Switches switches, DocumentConfig config) {
        return new Documents(new Preparing(graph, schema, limits, switches), config.trust());
    }

    @Produces
    @Singleton
    Reading reading(Database database, Meters meters, CacheConfig config) {
        return new Reading(database, database.dialect(), meters, new Sums(config.sums()));
    }

    @Produces
    @Singleton
    Answers answers(Documents documents, Reading reading, Limits limits) {
        return new Answers(documents, reading, limits);
    }

    @Produces
    @Singleton
    SchemaText text() {
        return new SchemaText(schema);
    }

    /**
     * The schema for {@link SchemaTakeover}. By name, and of a type of the platform, because the framework keeps that class
     * across a reload in dev mode, and the classes that it knows are those of before. No bean of its own type, because the
     * framework has one.
     */
    @Produces
    @Singleton
    @Named(SERVED)
    Supplier<GraphQLSchema> served() {
        return () -> schema;
    }
}
