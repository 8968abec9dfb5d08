package dev.footnote.answer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;

/** A valid document, with the questions that were made of its operations. */
final class Prepared {

    private final List<OperationDefinition> operations;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<OperationDefinition, Question> questions = new ConcurrentHashMap<>();

    Prepared(Document document) {
        this.operations = document.getDefinitionsOfType(OperationDefinition.class);
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    }

    Map<String, FragmentDefinition> fragments() {
        return fragments;
    }

    /** @throws Refusal when there is no such operation, or no telling which one is meant */
    OperationDefinition operation(String name) {
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

    Question question(OperationDefinition operation, Supplier<Question> outline) {
        Question known = questions.get(operation);
        if (known != null) {
            return known;
        }
        Question question = outline.get();
        if (!question.variable()) {
            questions.put(operation, question);
        }
        return question;
    }
}
