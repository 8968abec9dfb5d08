package dev.footnote.query.subscription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.footnote.query.ArgumentValues;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DerivedQuery;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.ParsedRequest;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;

/** Finds the live operation in a request, if it has one. */
@Singleton
public class LiveOperations {

    private static final String FILTER = "footnoteFilter";

    private final GraphQLExecutor executor;
    private final DocumentCache documents;

    LiveOperations(GraphQLExecutor executor, DocumentCache documents) {
        this.executor = executor;
        this.documents = documents;
    }

    /** Whether the request may have a live operation. Looks at the text only, because parsing takes time. */
    public static boolean mayBe(GraphQLRequest request) {
        return request.document() == null || request.document().contains("subscription")
                || request.document().contains("@live");
    }

    /**
     * The live operation of a request. Reads the database, if a subscription begins with what is new.
     *
     * @param always whether a query is a live query without the directive
     * @return empty for a mutation and for a query that is answered once
     * @throws RequestException if the request has errors
     */
    public Optional<LiveOperation> of(GraphQLRequest request, boolean always) {
        ParsedRequest parsed = executor.draft(request);
        Optional<LiveOperation> operation = switch (parsed.operation().getOperation()) {
            case SUBSCRIPTION -> Optional.of(appended(request, parsed));
            case QUERY -> always || !parsed.operation().getDirectives("live").isEmpty() ? Optional.of(new LiveQuery(request))
                    : Optional.empty();
            case MUTATION -> Optional.empty();
        };
        operation.ifPresent(live -> executor.ready(live.request()));
        return operation;
    }

    private LiveOperation appended(GraphQLRequest request, ParsedRequest parsed) {
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
        String filter = arguments.get("filter") == null ? "" : filter(field, request, variables, parsed.operation());
        return new AppendedRecords(document(fields, filter, variables, parsed), field.getResultKey(), variables,
                arguments.get("after") instanceof Integer after ? after : last(field.getName()));
    }

    /** The filter as an element of a list of filters. */
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
        // a variable of its own, because an element of a list must not be null, and the client's variable may be
        variables.put(FILTER, request.variables().get(reference.getName()));
        return "$" + FILTER;
    }

    private String document(List<Field> fields, String filter, Map<String, Object> variables, ParsedRequest parsed) {
        String name = fields.get(0).getName();
        String type = GraphQLTypeUtil
                .unwrapAll(documents.schema().getSubscriptionType().getFieldDefinition(name).getType()).getName();
        String selection = AppendedRecords.LIST + ": " + name + "(first: " + AppendedRecords.PAGE
                + ", filter: { number: { gt: $"
                + AppendedRecords.AFTER + " }, and: [" + filter + "] }, orderBy: [{ number: ASC }]) { nodes { "
                + DerivedQuery.selections(type, fields) + " } " + AppendedRecords.NUMBERS + ": nodes { number } }";
        return DerivedQuery.text("$" + AppendedRecords.AFTER + ": Int!" + (variables.containsKey(FILTER)
                ? ", $" + FILTER + ": " + type + "Filter!"
                : ""), selection, parsed.operation(), parsed.prepared().selection(parsed.variables()).fragments().values());
    }

    /** The number of the last record of a list; 0 if there is none. */
    private int last(String list) {
        Map<String, Object> data = executor.read(new GraphQLRequest(
                "{ list: " + list + "(first: 1, orderBy: [{ number: DESC }]) { nodes { number } } }", null, Map.of())
                .by(Caller.SERVER), new CancellationToken());
        List<?> nodes = (List<?>) ((Map<?, ?>) data.get("list")).get("nodes");
        return nodes.isEmpty() ? 0 : (Integer) ((Map<?, ?>) nodes.get(0)).get("number");
    }
}
