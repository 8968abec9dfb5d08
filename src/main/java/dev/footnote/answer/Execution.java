package dev.footnote.answer;

import java.util.Map;
import java.util.function.Supplier;

import dev.footnote.json.MapOutput;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;

/**
 * Fetchers for where graphql-java executes an operation itself: over WebSockets, and when the schema is asked about.
 * The first root field has the whole operation answered, so that here too all is read in one snapshot; every other field
 * finds its value by its response name.
 */
public final class Execution {

    private final Supplier<Answers> answers;

    /** @param answers not asked for before an operation is executed, because the schema is made ahead of them */
    public Execution(Supplier<Answers> answers) {
        this.answers = answers;
    }

    public GraphQLCodeRegistry registry() {
        TypeResolver byMark = environment -> (GraphQLObjectType) environment.getSchema()
                .getType((String) environment.<Map<String, Object>> getObject().get(MapOutput.TYPE));
        return GraphQLCodeRegistry.newCodeRegistry().defaultDataFetcher(environment -> (DataFetcher<Object>) this::fetch)
                .typeResolver("Node", byMark).typeResolver("Cited", byMark).build();
    }

    private Object fetch(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> source = environment.getParentType() == environment.getGraphQLSchema().getQueryType()
                ? whole(environment)
                : environment.getSource();
        return source.get(environment.getMergedField().getResultKey());
    }

    private Map<String, Object> whole(DataFetchingEnvironment environment) throws Exception {
        Map<String, Object> known = environment.getGraphQlContext().get(Execution.class);
        if (known != null) {
            return known;
        }
        Map<String, Object> whole = answers.get().maps(new Prepared(environment.getDocument()),
                environment.getOperationDefinition(), environment.getVariables());
        environment.getGraphQlContext().put(Execution.class, whole);
        return whole;
    }
}
