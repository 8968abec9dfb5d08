package dev.footnote.query.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.query.ArgumentValues;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DerivedQuery;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.ParsedRequest;
import dev.footnote.query.execution.PreparedRequest;
import dev.footnote.query.page.Cursor;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;

/** Prepares requests that may have a live operation. */
@Singleton
public class LiveOperations {

    private static final String FILTER = "footnoteFilter";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphQLExecutor executor;
    private final DocumentCache documents;

    LiveOperations(GraphQLExecutor executor, DocumentCache documents) {
        this.executor = executor;
        this.documents = documents;
    }

    /**
     * Prepares a request. Reads the database, if a subscription begins with what is new.
     *
     * @throws RequestException if the request has errors
     * @throws NotAnsweredException if the database could not be read
     */
    public PreparedLiveRequest prepared(LiveRequest live, CancellationToken cancellation) {
        GraphQLRequest request = live.request();
        ParsedRequest parsed = executor.draft(request);
        OperationDefinition operation = parsed.operation();
        if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
            LiveOperation appended = appended(live, parsed, cancellation);
            PreparedRequest first = first(appended);
            return new PreparedLiveRequest(new PreparedRequest(request, parsed.prepared(), operation, first.question(),
                    first.asked(), first.estimate()), first, Optional.of(appended), live.size());
        }
        PreparedRequest ready = executor.ready(request);
        boolean isLive = !ready.mutates() && switch (live.live()) {
            case ALL -> true;
            case WITH_DIRECTIVE -> !operation.getDirectives("live").isEmpty();
            case NONE -> false;
        };
        return new PreparedLiveRequest(ready, ready, isLive ? Optional.of(new LiveQuery(request,
                operation.getVariableDefinitions().stream().map(VariableDefinition::getName).collect(Collectors.toSet())))
                : Optional.empty(), live.size());
    }

    /** The first query of an operation, with as many records at a time as the limits allow. */
    private PreparedRequest first(LiveOperation operation) {
        while (true) {
            try {
                return executor.ready(operation.request());
            } catch (RequestException e) {
                if (e.errors().get(0).code() != RequestError.Code.TOO_COMPLEX || !operation.reduce()) {
                    throw e;
                }
            }
        }
    }

    private LiveOperation appended(LiveRequest live, ParsedRequest parsed, CancellationToken cancellation) {
        GraphQLRequest request = live.request();
        Map<String, List<Field>> roots = parsed.prepared().selection(parsed.variables()).fields("Subscription",
                parsed.operation().getSelectionSet());
        GraphQLObjectType type = documents.schema().getSubscriptionType();
        List<Field> fields = roots.values().stream().findFirst().orElse(List.of());
        if (roots.size() != 1 || type.getFieldDefinition(fields.get(0).getName()) == null) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST,
                    "A subscription selects one field of the subscription type, and this one selects " + roots.size() + "."));
        }
        Field field = fields.get(0);
        Map<String, Object> arguments = ArgumentValues.of(type.getFieldDefinition(field.getName()).getArguments(),
                field.getArguments(), parsed.variables());
        Map<String, Object> variables = new LinkedHashMap<>(request.variables());
        variables.remove(FILTER);
        String filter = arguments.get("filter") == null ? "" : filter(field, request, variables, parsed.operation());
        DerivedQuery query = query(fields, filter, variables, parsed);
        variables.keySet().removeIf(name -> !name.equals(FILTER) && !query.variables().contains(name));
        OptionalInt after = live.after().isEmpty() && arguments.get("after") instanceof Integer number
                ? OptionalInt.of(number)
                : live.after();
        return new AppendedRecords(query.text(), field.getResultKey(), variables,
                after.isPresent() ? checked(after.getAsInt(), field.getName(), cancellation)
                        : last(field.getName(), cancellation));
    }

    private static String filter(Field field, GraphQLRequest request, Map<String, Object> variables,
            OperationDefinition operation) {
        Value<?> value = field.getArguments().stream().filter(argument -> argument.getName().equals("filter"))
                .map(Argument::getValue).findFirst().orElseThrow();
        if (!(value instanceof VariableReference reference)) {
            return AstPrinter.printAstCompact(value);
        }
        if (request.variables().get(reference.getName()) == null) {
            return operation.getVariableDefinitions().stream()
                    .filter(variable -> variable.getName().equals(reference.getName()))
                    .map(variable -> AstPrinter.printAstCompact(variable.getDefaultValue())).findFirst().orElseThrow();
        }
        // a variable of its own, because the client's variable may be of another type that allows null
        variables.put(FILTER, request.variables().get(reference.getName()));
        return "$" + FILTER;
    }

    private DerivedQuery query(List<Field> fields, String filter, Map<String, Object> variables, ParsedRequest parsed) {
        String name = fields.get(0).getName();
        String type = GraphQLTypeUtil
                .unwrapAll(documents.schema().getSubscriptionType().getFieldDefinition(name).getType()).getName();
        String selection = AppendedRecords.LIST + ": " + name + "(first: $" + AppendedRecords.FIRST
                + ", after: $" + AppendedRecords.AFTER + (filter.isEmpty() ? "" : ", filter: " + filter)
                + ", orderBy: [{ number: ASC }]) { nodes { " + DerivedQuery.selections(type, fields) + " } "
                + AppendedRecords.NUMBERS + ": nodes { number } }"
                + (filter.isEmpty() ? "" : " " + newest(AppendedRecords.NEWEST, name));
        return DerivedQuery.of("$" + AppendedRecords.AFTER + ": String!, $" + AppendedRecords.FIRST + ": Int!"
                + (variables.containsKey(FILTER) ? ", $" + FILTER + ": " + type + "Filter!" : ""), selection,
                parsed.operation(), parsed.prepared().selection(parsed.variables()).fragments().values());
    }

    /** A field that selects the last record of a list. */
    private static String newest(String alias, String list) {
        return alias + ": " + list + "(first: 1, orderBy: [{ number: DESC }]) { nodes { number } }";
    }

    /** The number of the last record of a list; 0 if there is none. */
    private int last(String list, CancellationToken cancellation) {
        return answer(newest(AppendedRecords.NEWEST, list), cancellation)
                .at("/data/" + AppendedRecords.NEWEST + "/nodes/0/number").asInt();
    }

    /** Asks whether the list can be followed from a number on. Here, so that a refusal has a status and not an event. */
    private int checked(int after, String list, CancellationToken cancellation) {
        answer(list + "(first: 1, after: \"" + Cursor.ofNumber(after) + "\", orderBy: [{ number: ASC }]) { nodes { number } }",
                cancellation);
        return after;
    }

    /** @throws NotAnsweredException if the database could not be read, or refuses */
    private JsonNode answer(String field, CancellationToken cancellation) {
        GraphQLRequest request = new GraphQLRequest("{ " + field + " }", null, Map.of()).by(Caller.SERVER);
        GraphQLResponse response = executor.answer(executor.ready(request), cancellation, false);
        if (response.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            throw new NotAnsweredException(response);
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
