package dev.footnote.query.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.query.RequestError;
import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/**
 * Checks values against input types, with the same messages for literals in the document and for values that came as JSON.
 */
final class InputValueValidator {

    /**
     * Where a value is.
     *
     * @param name what holds the value, such as {@code argument filter.name}
     */
    record Place(String name, SourceLocation at, boolean listed) {

        Place(String name, SourceLocation at) {
            this(name, at, false);
        }

        Place in(String part, Object value) {
            return new Place(name + part, value instanceof Value<?> literal ? literal.getSourceLocation() : at);
        }

        /** The same place, where a list of values is allowed. */
        Place several() {
            return new Place(name, at, true);
        }
    }

    private final LeafValueValidator leaves;
    private final KeyHints hints;
    private final RequestError.Code code;
    private final List<RequestError> errors = new ArrayList<>();

    InputValueValidator(NameSuggestions suggestions, RequestError.Code code) {
        this.leaves = new LeafValueValidator(suggestions);
        this.hints = new KeyHints(suggestions);
        this.code = code;
    }

    /** The errors found so far, at most 20. */
    List<RequestError> errors() {
        return errors;
    }

    /** @param value a GraphQL literal or a JSON value */
    void check(Place place, GraphQLType type, Object value) {
        if (isFull() || value instanceof VariableReference) {
            return; // a rule of graphql-java compares the types of variables
        }
        boolean none = value == null || value instanceof NullValue;
        if (type instanceof GraphQLNonNull required) {
            if (none) {
                error(place,
                        "is null. Give it a value of type " + GraphQLTypeUtil.simplePrint(required.getWrappedType()) + ".");
            } else {
                check(place, required.getWrappedType(), value);
            }
        } else if (type instanceof GraphQLList list && !none) {
            list(place, list.getWrappedType(), value);
        } else if (type instanceof GraphQLInputObjectType object && !none) {
            object(place, object, value);
        } else if (!none) {
            String wrong = leaves.error((GraphQLNamedInputType) type, value);
            if (wrong != null) {
                error(place, wrong);
            }
        }
    }

    private void list(Place place, GraphQLType element, Object value) {
        Object list = value instanceof ArrayValue literal ? literal.getValues() : value;
        if (!(list instanceof List<?> values)) {
            check(place.several(), element, value); // a single value is allowed in place of a list of one
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            check(place.in("[" + i + "]", values.get(i)).several(), element, values.get(i));
        }
    }

    private void object(Place place, GraphQLInputObjectType type, Object value) {
        Object object = value instanceof ObjectValue literal ? byName(literal) : value;
        if (!(object instanceof Map<?, ?> given)) {
            error(place, "is " + LeafValueValidator.shown(value) + ", which is not of type " + type.getName()
                    + ". Write an object in braces" + hints.braces(type, value));
            return;
        }
        given.forEach((name, part) -> part(place.in("." + name, part), type, name.toString(), part));
        String example = hints.whole(type);
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (ExampleLiterals.isNeeded(field) && !given.containsKey(field.getName())) {
                error(place, "has no key " + field.getName() + ". Give it a value." + example);
                example = ""; // the example is given only once
            }
        }
        if (type.isOneOf()) {
            oneOf(place, type, given);
        }
    }

    private static Map<String, Value<?>> byName(ObjectValue object) {
        Map<String, Value<?>> values = new LinkedHashMap<>();
        object.getObjectFields().forEach(field -> values.put(field.getName(), field.getValue()));
        return values;
    }

    private void part(Place place, GraphQLInputObjectType type, String name, Object value) {
        GraphQLInputObjectField field = type.getFieldDefinition(name);
        if (field == null && !isFull()) {
            error(place, "is not known, because " + type.getName() + " has no key " + name + "." + hints.key(type, name));
        } else if (field != null) {
            check(place, field.getType(), value);
        }
    }

    private void oneOf(Place place, GraphQLInputObjectType type, Map<?, ?> given) {
        if (given.size() != 1) {
            error(place, "has " + (given.isEmpty() ? "no key" : given.size() + " keys") + ". Exactly one key of "
                    + type.getName() + " is needed." + (given.isEmpty() ? hints.whole(type)
                            : place.listed() ? hints.several(type, given.keySet()) : ""));
            return;
        }
        Object name = given.keySet().iterator().next();
        Object only = given.get(name);
        if ((only == null || only instanceof NullValue) && type.getFieldDefinition(name.toString()) != null) {
            error(place.in("." + name, only), "is null. Exactly one key of " + type.getName() + " is needed, with a value.");
        }
    }

    /** @param rest what is wrong with the value and what to do, behind the name of its place */
    void error(Place place, String rest) {
        if (!isFull()) {
            errors.add(new RequestError(code, "The " + place.name() + " " + rest, List.of(place.at())));
        }
    }

    private boolean isFull() {
        return errors.size() == DocumentValidator.MOST;
    }
}
