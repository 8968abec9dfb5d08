package dev.footnote.query.execution;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.plan.IntrospectionSize;
import dev.footnote.query.plan.QueryPlan;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLSchema;

/** Has graphql-java answer what asks about the schema. */
final class IntrospectionExecutor {

    /** Because nothing is read for them but memory. */
    private static final int VALUES_FOR_A_RECORD = 10;

    private final GraphQL executor;

    IntrospectionExecutor(GraphQLSchema schema) {
        this.executor = GraphQL.newGraphQL(schema).preparsedDocumentProvider((input, parse) -> CompletableFuture
                .completedFuture(
                        new PreparsedDocumentEntry(
                                input.getGraphQLContext().<PreparedDocument> get(PreparedDocument.class).document())))
                .build();
    }

    /**
     * What it costs to answer what is asked of the schema.
     *
     * @throws RequestException where that is too much
     */
    static long cost(QueryPlan question) {
        if (question.introspection() >= IntrospectionSize.MOST) {
            throw new RequestException(RequestError.of(RequestError.Code.TOO_COMPLEX, "The request asks for "
                    + IntrospectionSize.MOST
                    + " values of the schema or more, and fewer are answered at once. Ask for fewer of its types, and for fewer"
                    + " lists within each other."));
        }
        return question.introspection() / VALUES_FOR_A_RECORD;
    }

    /** @return a response as the GraphQL specification has it */
    Map<String, Object> answer(PreparedRequest ready, Map<String, Object> whole) {
        ExecutionResult result = executor.execute(ExecutionInput.newExecutionInput(ready.prepared().hash())
                .operationName(ready.name()).variables(ready.request().variables()).locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(PreparedDocument.class, ready.prepared())
                        .of(IntrospectionDataFetchers.class, whole)
                        // its rule refuses plain questions; what is asked was counted instead
                        .of(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true))
                .build());
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException(result.getErrors().toString());
        }
        return result.toSpecification();
    }
}
