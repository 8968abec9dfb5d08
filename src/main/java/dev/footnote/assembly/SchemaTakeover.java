package dev.footnote.assembly;

import java.util.function.Supplier;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;

/** Has the framework serve our schema at its doors, instead of one read from annotated methods. */
public class SchemaTakeover implements EventingService {

    @Override
    public String getConfigKey() {
        return null; // always at work
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder framework) {
        return GraphQLSchema.newSchema(Arc.container().<Supplier<GraphQLSchema>> instance(GraphConfig.SERVED).get().get());
    }

    /** Never asked: the framework opens its doors only where it finds an operation of its own. */
    @GraphQLApi
    public static class Doorstop {

        @Query
        @Description("Never served.")
        public String doorstop() {
            return "";
        }
    }
}
