package dev.footnote.answer;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.footnote.document.Prepared;
import dev.footnote.plan.IntrospectionSize;
import dev.footnote.plan.Question;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
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

    /**
     * What it costs to answer what is asked of the schema.
     *
     * @throws Refusal where that is too much
     */
    static long cost(Question question) {
        if (question.introspection() >= IntrospectionSize.MOST) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The request asks for " + IntrospectionSize.MOST
                    + " values of the schema or more, and fewer are answered at once. Ask for fewer of its types, and for fewer"
                    + " lists within each other."));
        }
        return question.introspection() / VALUES_FOR_A_RECORD;
    }

    /** @return a response as the GraphQL specification has it */
    Map<String, Object> answer(Ready ready, Map<String, Object> whole) {
        ExecutionResult result = executor.execute(ExecutionInput.newExecutionInput(ready.prepared().hash())
                .operationName(ready.name()).variables(ready.request().variables()).locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(Prepared.class, ready.prepared()).of(Execution.class, whole)
                        // its rule refuses plain questions; what is asked was counted instead
                        .of(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true))
                .build());
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException(result.getErrors().toString());
        }
        return result.toSpecification();
    }
}
