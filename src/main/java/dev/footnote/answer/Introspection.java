package dev.footnote.answer;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.footnote.document.Prepared;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.schema.GraphQLSchema;

/** Has graphql-java answer what asks about the schema. */
final class Introspection {

    /** Because nothing is read for them but memory. */
    private static final int VALUES_FOR_A_RECORD = 10;

    private final GraphQL executor;

    Introspection(GraphQLSchema schema) {
        this.executor = GraphQL.newGraphQL(schema).preparsedDocumentProvider((input, parse) -> CompletableFuture
                .completedFuture(
                        new PreparsedDocumentEntry(input.getGraphQLContext().<Prepared> get(Prepared.class).document())))
                .build();
    }

    /** What it costs to answer so many values. */
    static long cost(long values) {
        return values / VALUES_FOR_A_RECORD;
    }

    /** @return a response as the GraphQL specification has it */
    Map<String, Object> answer(Ready ready, Execution.Whole whole) {
        ExecutionResult result = executor.execute(ExecutionInput.newExecutionInput(ready.prepared().hash())
                .operationName(ready.name()).variables(ready.request().variables()).locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(Prepared.class, ready.prepared()).of(Execution.Whole.class, whole))
                .build());
        if (result.getErrors().stream().anyMatch(BadFaithIntrospectionError.class::isInstance)) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX,
                    "The request asks about the schema in circles. Ask for each of its lists once."));
        }
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException(result.getErrors().toString());
        }
        return result.toSpecification();
    }
}
