package dev.footnote.app;

import java.util.function.Supplier;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;

/** Makes the framework serve our schema on its routes, instead of one read from annotated methods. */
public class SmallRyeSchemaOverride implements EventingService {

    @Override
    public String getConfigKey() {
        return null; // always active
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder framework) {
        return GraphQLSchema.newSchema(Arc.container().<Supplier<GraphQLSchema>> instance(GraphQLBeans.SERVED).get().get());
    }

    /** A dummy API that is never called. The framework registers its routes only if it finds an operation of its own. */
    @GraphQLApi
    public static class Doorstop {

        @Query
        @Description("Never served.")
        public String doorstop() {
            return "";
        }
    }
}
