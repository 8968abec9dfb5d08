package dev.footnote.app;

import java.util.function.UnaryOperator;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;

/** Merges the schema that the framework reads from annotated methods into ours, and makes the framework serve the result. */
public class FrameworkSchemaService implements EventingService {

    @Override
    public String getConfigKey() {
        return null; // always active
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder framework) {
        // the bean is found by name and has a platform type: in dev mode the framework keeps this class across a reload, and
        // it then knows only the old classes
        UnaryOperator<GraphQLSchema> merge = Arc.container().<UnaryOperator<GraphQLSchema>> instance(GraphQLBeans.MERGE).get();
        return GraphQLSchema.newSchema(merge.apply(framework.build()));
    }
}
