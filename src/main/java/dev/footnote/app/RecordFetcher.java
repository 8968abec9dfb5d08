package dev.footnote.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.footnote.query.ArgumentValues;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RecordReference;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DerivedQuery;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLExecutor;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;

/** Reads what is selected of the records in the result of a mutation, by a query for these records. */
final class RecordFetcher {

    private static final String IDS = "footnoteIds";

    private final Supplier<GraphQLExecutor> executor;

    RecordFetcher(Supplier<GraphQLExecutor> executor) {
        this.executor = executor;
    }

    /**
     * A data fetcher that checks the arguments of another one, and replaces the references in its result by what is selected of
     * their records.
     */
    DataFetcher<?> reading(DataFetcher<?> fetcher) {
        return environment -> {
            check(environment);
            Object result = fetcher.get(environment);
            return result instanceof DataFetcherResult<?> whole ? whole.map(data -> read(environment, data))
                    : read(environment, result);
        };
    }

    private static void check(DataFetchingEnvironment environment) {
        try {
            ArgumentValues.checkTexts(environment.getArguments());
        } catch (IllegalArgumentException e) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_USER_INPUT, e.getMessage()));
        }
    }

    private Object read(DataFetchingEnvironment environment, Object data) {
        if (data instanceof RecordReference reference) {
            return records(environment, List.of(reference)).get(0);
        }
        return data instanceof Collection<?> many && !many.isEmpty()
                && many.stream().allMatch(RecordReference.class::isInstance)
                        ? records(environment, many.stream().map(RecordReference.class::cast).toList())
                        : data;
    }

    private List<Object> records(DataFetchingEnvironment environment, List<RecordReference> references) {
        String document = document(environment);
        Map<String, Object> variables = new LinkedHashMap<>(environment.getVariables());
        List<Object> records = new ArrayList<>();
        CancellationToken written = environment.getGraphQlContext().get(CancellationToken.class);
        for (int from = 0; from < references.size(); from += QueryLimits.USUAL_MOST) {
            variables.put(IDS, references.subList(from, Math.min(references.size(), from + QueryLimits.USUAL_MOST)).stream()
                    .map(RecordReference::globalId).toList());
            GraphQLRequest request = new GraphQLRequest(document, null, variables).by(Caller.SERVER);
            records.addAll((List<?>) executor.get().read(request, written.afterwards()).get("nodes"));
        }
        return records;
    }

    /** A query with the selection, and with the fragments and variables that it uses. */
    private static String document(DataFetchingEnvironment environment) {
        String type = GraphQLTypeUtil.unwrapAll(environment.getFieldType()).getName();
        String selection = "nodes(ids: $" + IDS + ") { __typename "
                + DerivedQuery.selections(type, environment.getMergedField().getFields()) + " }";
        return DerivedQuery.of("$" + IDS + ": [ID!]!", selection, environment.getOperationDefinition(),
                environment.getFragmentsByName().values()).text();
    }
}
