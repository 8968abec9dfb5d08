package dev.footnote.query.document;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.FieldCollector;
import dev.footnote.query.plan.QueryPlan;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;

/** A valid document with the cached plans of its operations. */
public final class PreparedDocument {

    /** Builds the plan of an operation. */
    @FunctionalInterface
    public interface Outlining {
        QueryPlan question(OperationDefinition operation, FieldCollector selection);
    }

    private final Document document;
    private final String hash;
    private final Outlining outlining;
    private final QueryLimits limits;
    private final List<OperationDefinition> operations;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<OperationDefinition, QueryPlan> questions = new ConcurrentHashMap<>();

    /**
     * Creates a prepared document.
     *
     * @param hash the SHA-256 of the text, in hexadecimal
     */
    public PreparedDocument(Document document, String hash, Outlining outlining, QueryLimits limits) {
        this.document = document;
        this.hash = hash;
        this.outlining = outlining;
        this.limits = limits;
        this.operations = document.getDefinitionsOfType(OperationDefinition.class);
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    }

    public Document document() {
        return document;
    }

    /** The SHA-256 of the text, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** @throws RequestException if there is no such operation, or if it is unclear which operation is meant */
    public OperationDefinition operation(String name) {
        if (name == null && operations.size() == 1) {
            return operations.get(0);
        }
        return operations.stream().filter(operation -> name != null && name.equals(operation.getName())).findFirst()
                .orElseThrow(() -> new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST, exception(name))));
    }

    private String exception(String name) {
        if (operations.isEmpty()) {
            return "The document has no operation.";
        }
        return name == null ? "The document has several operations. Say which one with operationName."
                : "The document has no operation of the name that operationName gives.";
    }

    public boolean hasSubscription() {
        return operations.stream().anyMatch(one -> one.getOperation() == OperationDefinition.Operation.SUBSCRIPTION);
    }

    /** The plan of an operation. It is rebuilt for each request only if the selection depends on variables. */
    public QueryPlan question(OperationDefinition operation, CoercedVariables variables) {
        QueryPlan known = questions.get(operation);
        if (known != null) {
            return known;
        }
        QueryPlan question = outline(operation, variables);
        return question.variable() ? question : questions.computeIfAbsent(operation, one -> question.shared(limits));
    }

    /** A new plan that is not shared, so that it may be changed. */
    public QueryPlan outline(OperationDefinition operation, CoercedVariables variables) {
        return outlining.question(operation, selection(variables));
    }

    /** The field collector for an operation. */
    public FieldCollector selection(CoercedVariables variables) {
        return new FieldCollector(fragments, variables);
    }
}
