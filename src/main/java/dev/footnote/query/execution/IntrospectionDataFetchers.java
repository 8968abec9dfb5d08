package dev.footnote.query.execution;

import java.util.Map;

import dev.footnote.query.output.MapResultWriter;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;

/**
 * Data fetchers for operations that graphql-java executes itself, because they query the schema. The dataset part of such an
 * operation was read before, in one snapshot, and is in the execution context. Every field finds its value by its response
 * name.
 */
public final class IntrospectionDataFetchers {

    private IntrospectionDataFetchers() {
    }

    public static GraphQLCodeRegistry registry() {
        TypeResolver byMark = environment -> (GraphQLObjectType) environment.getSchema()
                .getType((String) environment.<Map<String, Object>> getObject().get(MapResultWriter.TYPE));
        return GraphQLCodeRegistry.newCodeRegistry()
                .defaultDataFetcher(environment -> (DataFetcher<Object>) IntrospectionDataFetchers::fetch)
                .typeResolver("Node", byMark).typeResolver("Cited", byMark).build();
    }

    private static Object fetch(DataFetchingEnvironment environment) {
        Map<String, Object> source = environment.getParentType() == environment.getGraphQLSchema().getQueryType()
                ? environment.getGraphQlContext().get(IntrospectionDataFetchers.class)
                : environment.getSource();
        return source.get(environment.getMergedField().getResultKey());
    }
}
