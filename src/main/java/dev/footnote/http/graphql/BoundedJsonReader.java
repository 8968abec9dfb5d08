package dev.footnote.http.graphql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;

/** A JSON reader with limits on nesting and on the size of variables. The parser itself does not enforce our limits. */
final class BoundedJsonReader {

    private final QueryLimits limits;
    private final JsonFactory json;

    BoundedJsonReader(QueryLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(limits.nesting()).build()).build();
    }

    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    <T> T reading(String what, byte[] bytes, Reading<T> reading) {
        try (JsonParser parser = json.createParser(bytes)) {
            T read = reading.read(parser);
            if (parser.nextToken() != null) {
                throw exception(what + " goes on behind its JSON.");
            }
            return read;
        } catch (IOException e) {
            throw exception(what + " is no JSON, or one nested more than " + limits.nesting() + " levels deep.");
        }
    }

    Map<String, Object> object(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw exception("The parameter " + name + " is no JSON object.");
        }
        long from = parser.currentTokenLocation().getByteOffset();
        Map<String, Object> object = attributes(parser);
        long bytes = parser.currentLocation().getByteOffset() - from;
        if (bytes > limits.variablesBytes()) {
            throw new RequestException(
                    RequestError.of(RequestError.Code.TOO_COMPLEX, "The " + name + " have " + bytes + " bytes, and "
                            + limits.variablesBytes() + " are the most. Send fewer, in several requests."));
        }
        return object;
    }

    private static Map<String, Object> attributes(JsonParser parser) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (attributes.containsKey(name)) {
                throw exception("The key " + name + " is given twice in one object.");
            }
            attributes.put(name, value(parser));
        }
        return attributes;
    }

    static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> attributes(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static RequestException exception(String message) {
        return new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST, message));
    }
}
