package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
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
    /** What every request gives it; null where variables have a say, and where it is at fault. */
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
            return null; // told to every request that asks
        }
    }

    public Field field() {
        return field;
    }

    /** Whether every request gives it the same values. */
    public boolean isConstant() {
        return constant != null;
    }

    /**
     * By name, coerced to the types of the schema; what is not given has no entry.
     *
     * @throws IllegalArgumentException when a variable is null where none may be, or a text holds what no text in a database
     *         can
     */
    public Map<String, Object> values(CoercedVariables variables) {
        return constant != null ? constant : coerced(variables);
    }

    private Map<String, Object> coerced(CoercedVariables variables) {
        // internal to graphql-java, but the one place that coerces literals, variables and defaults as the specification says
        Map<String, Object> values;
        try {
            values = ValuesResolver.getArgumentValues(definition.getArguments(), field.getArguments(), variables,
                    GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException e) {
            // all else was found when the document was validated and when the variables were read
            throw new IllegalArgumentException("An argument of " + field.getName()
                    + " is given by a variable that is null or missing, and needs a value. Give the variable one.");
        }
        check(values);
        return values;
    }

    /** A copy that cannot be changed, because requests share it. */
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
            // it may hold null, which List.copyOf refuses
            List<Object> copy = new ArrayList<>();
            list.forEach(one -> copy.add(frozen(one)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(FieldArguments::check);
        } else if (value instanceof List<?> list) {
            list.forEach(FieldArguments::check);
        } else if (value instanceof String text && text.codePoints().anyMatch(FieldArguments::isNoCharacter)) {
            throw new IllegalArgumentException(
                    "A text holds U+0000 or half of a surrogate pair, which no text in the database does.");
        }
    }

    private static boolean isNoCharacter(int point) {
        return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
