package dev.footnote.answer;

import java.util.Map;

import dev.footnote.json.MapOutput;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;

/**
 * Fetchers for where graphql-java executes an operation itself, because it asks about the schema. What it asks about the
 * dataset beside that is answered whole by its first field, so that here too all is read in one snapshot; every other
 * field finds its value by its response name.
 */
public final class Execution {

    /** Reads all that an operation asks about the dataset; found in the context of the execution. */
    interface Whole {
        Map<String, Object> read() throws Exception;
    }

    private Execution() {
    }

    public static GraphQLCodeRegistry registry() {
        TypeResolver byMark = environment -> (GraphQLObjectType) environment.getSchema()
                .getType((String) environment.<Map<String, Object>> getObject().get(MapOutput.TYPE));
        return GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(environment -> (DataFetcher<Object>) Execution::fetch)
                .typeResolver("Node", byMark).typeResolver("Cited", byMark).build();
    }

    private static Object fetch(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> source = environment.getParentType() == environment.getGraphQLSchema().getQueryType()
                ? whole(environment)
                : environment.getSource();
        return source.get(environment.getMergedField().getResultKey());
    }

    private static Map<String, Object> whole(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> known = environment.getGraphQlContext().get(Execution.class);
        if (known != null) {
            return known;
        }
        Map<String, Object> whole = environment.getGraphQlContext().<Whole> get(Whole.class).read();
        environment.getGraphQlContext().put(Execution.class, whole);
        return whole;
    }
}
