package dev.footnote.document;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.footnote.limit.Limits;
import dev.footnote.plan.Question;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Selection;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;

/** A valid document, with the questions that were made of its operations. */
public final class Prepared {

    /** Makes a question of an operation. */
    @FunctionalInterface
    public interface Outlining {
        Question question(OperationDefinition operation, Selection selection);
    }

    private final Document document;
    private final String hash;
    private final Outlining outlining;
    private final Limits limits;
    private final List<OperationDefinition> operations;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<OperationDefinition, Question> questions = new ConcurrentHashMap<>();

    /**
     * @param hash the SHA-256 of the text, in hexadecimal
     */
    public Prepared(Document document, String hash, Outlining outlining, Limits limits) {
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

    /** @throws Refusal when there is no such operation, or no telling which one is meant */
    public OperationDefinition operation(String name) {
        if (name == null && operations.size() == 1) {
            return operations.get(0);
        }
        return operations.stream().filter(operation -> name != null && name.equals(operation.getName())).findFirst()
                .orElseThrow(() -> new Refusal(Fault.of(Fault.Code.BAD_REQUEST, refusal(name))));
    }

    private String refusal(String name) {
        if (operations.isEmpty()) {
            return "The document has no operation.";
        }
        return name == null ? "The document has several operations. Say which one with operationName."
                : "The document has no operation of the name that operationName gives.";
    }

    /** How an operation is answered; made anew only where variables decide what is selected. */
    public Question question(OperationDefinition operation, CoercedVariables variables) {
        Question known = questions.get(operation);
        if (known != null) {
            return known;
        }
        Question question = outline(operation, variables);
        return question.variable() ? question : questions.computeIfAbsent(operation, one -> question.shared(limits));
    }

    /** The same, but shared with nobody, so that it may be changed. */
    public Question outline(OperationDefinition operation, CoercedVariables variables) {
        return outlining.question(operation, selection(variables));
    }

    /** What finds the fields that an operation selects. */
    public Selection selection(CoercedVariables variables) {
        return new Selection(fragments, variables);
    }
}
