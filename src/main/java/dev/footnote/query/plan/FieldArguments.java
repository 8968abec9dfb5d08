package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.query.ArgumentValues;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;

/** The arguments of one field of a document. */
public final class FieldArguments {

    private final Field field;
    private final GraphQLFieldDefinition definition;
    /** The values if they are the same for every request; null if they depend on variables or have errors. */
    private final Map<String, Object> constant;

    public FieldArguments(Field field, GraphQLFieldDefinition definition) {
        this.field = field;
        this.definition = definition;
        this.constant = field.getArguments().stream().anyMatch(argument -> varies(argument.getValue())) ? null : constant();
    }

    private static boolean varies(Value<?> value) {
        if (value instanceof ArrayValue list) {
            return list.getValues().stream().anyMatch(FieldArguments::varies);
        }
        if (value instanceof ObjectValue object) {
            return object.getObjectFields().stream().anyMatch(part -> varies(part.getValue()));
        }
        return value instanceof VariableReference;
    }

    private Map<String, Object> constant() {
        try {
            return frozen(coerced(CoercedVariables.emptyVariables()));
        } catch (IllegalArgumentException e) {
            return null; // the error is reported to every request that uses the field
        }
    }

    public Field field() {
        return field;
    }

    /** Whether the values are the same for every request. */
    public boolean isConstant() {
        return constant != null;
    }

    /**
     * The values by name, coerced to the types of the schema. An argument that is not given has no entry.
     *
     * @throws IllegalArgumentException if a variable is null where null is not allowed, or if a text contains characters that
     *         a database text cannot hold
     */
    public Map<String, Object> values(CoercedVariables variables) {
        return constant != null ? constant : coerced(variables);
    }

    private Map<String, Object> coerced(CoercedVariables variables) {
        Map<String, Object> values;
        try {
            values = ArgumentValues.of(definition.getArguments(), field.getArguments(), variables);
        } catch (GraphQLException e) {
            // all other errors were found by validation and by variable coercion
            throw new IllegalArgumentException("An argument of " + field.getName()
                    + " is given by a variable that is null or missing, and needs a value. Give the variable one.");
        }
        ArgumentValues.checkTexts(values);
        return values;
    }

    /** An immutable copy, because requests share it. */
    private static Map<String, Object> frozen(Map<String, Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked")
    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> map) {
            return frozen((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            // the list may contain null, which List.copyOf rejects
            List<Object> copy = new ArrayList<>();
            list.forEach(one -> copy.add(frozen(one)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
