package dev.footnote.app;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.CacheConfig;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.MethodScope;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.document.DocumentConfig;
import dev.footnote.query.document.DocumentPreparer;
import dev.footnote.query.execution.AggregateCache;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.IntrospectionDataFetchers;
import dev.footnote.query.execution.SnapshotReader;
import dev.footnote.query.schema.SchemaBuilder;
import dev.footnote.query.schema.SchemaSdl;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;

/** CDI producers of the metamodel built from all packages, its schema, and the executor. */
@Singleton
public class GraphQLBeans {

    static final String MERGE = "footnote.schema.merge";

    private final Metamodel metamodel;
    private final Instance<GraphQLExecutor> executor;
    /** The schema with the mutations of the framework, once that has read them. */
    private GraphQLSchema schema;

    GraphQLBeans(@All List<SchemaContributor> rooms, Instance<GraphQLExecutor> executor) {
        this.executor = executor;
        this.metamodel = new Metamodel(
                rooms.stream().sorted(Comparator.comparing(room -> room.getClass().getSimpleName())).toList());
        this.schema = new SchemaBuilder(metamodel).build(IntrospectionDataFetchers.registry());
    }

    @Produces
    @Singleton
    Metamodel metamodel() {
        return metamodel;
    }

    @Produces
    @Singleton
    DocumentCache documents(QueryLimits limits, FeatureFlags switches, DocumentConfig config) {
        return new DocumentCache(new DocumentPreparer(metamodel, schema, limits, switches), config.trust());
    }

    @Produces
    @Singleton
    SnapshotReader reading(Database database, GraphQLMetrics meters, CacheConfig config) {
        return new SnapshotReader(database, database.dialect(), meters, new AggregateCache(config.sums()));
    }

    @Produces
    @Singleton
    GraphQLExecutor answers(DocumentCache documents, SnapshotReader reading, MethodScope methods,
            QueryLimits limits) {
        return new GraphQLExecutor(documents, reading, methods, limits);
    }

    @Produces
    @Singleton
    SchemaSdl text() {
        return new SchemaSdl(schema);
    }

    /**
     * Merges the framework's schema into ours, for {@link FrameworkSchemaService}. The bean does not have the type of the
     * schema, because the framework has a bean of that type.
     */
    @Produces
    @Singleton
    @Named(MERGE)
    UnaryOperator<GraphQLSchema> merge() {
        return framework -> {
            schema = new SchemaMerger(schema, framework, new RecordFetcher(executor::get)).merged();
            return schema;
        };
    }
}
