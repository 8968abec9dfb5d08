package dev.footnote.query.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.validation.DocumentValidator;
import dev.footnote.query.validation.VariableCoercion;
import graphql.Scalars;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;

/** Converts URL parameters, which are texts, to variables of the types that the operation declares. */
final class UrlVariables {

    private static final Set<String> JSON_SCALARS = Set.of("Int", "Float", "Boolean");

    private final VariableCoercion variables;
    private final ObjectMapper json;

    /**
     * @param nesting the deepest nesting of objects and lists that is read, because nested filters become equally nested SQL
     */
    UrlVariables(VariableCoercion variables, int nesting) {
        this.variables = variables;
        this.json = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(nesting).build()).build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws RequestException with all errors of the parameters */
    Map<String, Object> read(OperationDefinition operation, Map<String, List<String>> parameters) {
        Map<String, VariableDefinition> declared = new LinkedHashMap<>();
        operation.getVariableDefinitions().forEach(variable -> declared.put(variable.getName(), variable));
        List<String> names = List.copyOf(declared.keySet());
        List<RequestError> errors = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, texts) -> {
            if (!names.contains(name)) {
                errors.add(unknown(name, names));
                return;
            }
            try {
                values.put(name, value(variables.type(declared.get(name)), texts));
            } catch (IllegalArgumentException e) {
                declared.remove(name); // because no further error can be reported for it
                errors.add(error("The parameter " + name + " " + e.getMessage()));
            }
        });
        errors.addAll(variables.errors(List.copyOf(declared.values()), values));
        if (!errors.isEmpty()) {
            throw new RequestException(errors.subList(0, Math.min(errors.size(), DocumentValidator.MOST)));
        }
        return values;
    }

    private static RequestError unknown(String name, List<String> names) {
        return error("The document has no variable " + name + ". " + (names.isEmpty() ? "It takes none."
                : "It takes " + String.join(", ", names) + "."));
    }

    private static RequestError error(String message) {
        return RequestError.of(RequestError.Code.BAD_USER_INPUT, message);
    }

    private Object value(GraphQLType type, List<String> texts) {
        if (type instanceof GraphQLNonNull required) {
            return given(required.getWrappedType(), texts);
        }
        boolean empty = texts.size() == 1 && texts.get(0).isEmpty() && type != Scalars.GraphQLString;
        return empty ? null : given(type, texts);
    }

    private Object given(GraphQLType type, List<String> texts) {
        if (type instanceof GraphQLList list) {
            return texts.size() == 1 && texts.get(0).startsWith("[") ? json(texts.get(0))
                    : texts.stream().map(text -> value(list.getWrappedType(), List.of(text)))
                            .collect(Collectors.toCollection(ArrayList::new));
        }
        if (texts.size() != 1) {
            throw new IllegalArgumentException("is given " + texts.size() + " times, and is no list. Give it once.");
        }
        String text = texts.get(0);
        if (type instanceof GraphQLInputObjectType) {
            return json(text);
        }
        return JSON_SCALARS.contains(((GraphQLNamedType) type).getName()) ? scalar(text) : text;
    }

    /** Reads a scalar. Text that is not JSON stays text, and is rejected like any other text of the wrong type. */
    private Object scalar(String text) {
        try {
            return json(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private Object json(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no JSON, or is nested too deeply. Write such as "
                    + (text.startsWith("[") ? "[1, 2]" : "{\"key\": \"value\"}") + ".");
        }
    }
}
