package dev.footnote.query.execution;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.footnote.query.MethodScope;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.plan.QueryPlan;
import dev.footnote.query.schema.IntrospectionSize;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.GraphQLSchema;

/** Executes introspection with graphql-java, and the fields that annotated methods answer. */
final class IntrospectionExecutor {

    /** Schema values that cost as much as one record, because they are read from memory only. */
    private static final int VALUES_FOR_A_RECORD = 10;

    private final GraphQL executor;
    private final MethodScope scope;

    IntrospectionExecutor(GraphQLSchema schema, MethodScope scope) {
        this.scope = scope;
        this.executor = GraphQL.newGraphQL(schema).preparsedDocumentProvider((input, parse) -> CompletableFuture
                .completedFuture(
                        new PreparsedDocumentEntry(
                                input.getGraphQLContext().<PreparedDocument> get(PreparedDocument.class).document())))
                .build();
    }

    /**
     * The cost of the introspection in an operation.
     *
     * @throws RequestException if the cost exceeds the limit
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

    /** @return a response in the format of the GraphQL specification */
    Map<String, Object> answer(PreparedRequest ready, Map<String, Object> whole, CancellationToken cancellation) {
        ExecutionResult result = execute(ready, whole, cancellation);
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException(result.getErrors().toString());
        }
        return result.toSpecification();
    }

    /** @param planned the part of the operation that a plan has read, by response names */
    ExecutionResult execute(PreparedRequest ready, Map<String, Object> planned, CancellationToken cancellation) {
        return scope.within(ready.request().caller(), entries -> executor.execute(
                ExecutionInput.newExecutionInput(ready.prepared().hash()).operationName(ready.name())
                        .variables(ready.request().variables()).locale(Locale.ENGLISH)
                        .graphQLContext(context -> context.of(entries).of(PreparedDocument.class, ready.prepared())
                                .of(IntrospectionDataFetchers.class, planned).of(CancellationToken.class, cancellation)
                                // graphql-java's rule rejects simple queries; the number of requested values is limited
                                .of(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true))
                        .build()));
    }
}
