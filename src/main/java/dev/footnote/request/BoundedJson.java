package dev.footnote.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import dev.footnote.limit.Limits;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;

/** JSON with bounds on what is nested and on what variables hold, because a parser has none that are ours. */
final class BoundedJson {

    private final Limits limits;
    private final JsonFactory json;

    BoundedJson(Limits limits) {
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
                throw refusal(what + " goes on behind its JSON.");
            }
            return read;
        } catch (IOException e) {
            throw refusal(what + " is no JSON, or one nested more than " + limits.nesting() + " levels deep.");
        }
    }

    Map<String, Object> object(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refusal("The parameter " + name + " is no JSON object.");
        }
        long from = parser.currentTokenLocation().getByteOffset();
        Map<String, Object> object = members(parser);
        long bytes = parser.currentLocation().getByteOffset() - from;
        if (bytes > limits.variablesBytes()) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "The " + name + " have " + bytes + " bytes, and "
                    + limits.variablesBytes() + " are the most. Send fewer, in several requests."));
        }
        return object;
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.containsKey(name)) {
                throw refusal("The key " + name + " is given twice in one object.");
            }
            members.put(name, value(parser));
        }
        return members;
    }

    static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
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

    private static Refusal refusal(String message) {
        return new Refusal(Fault.of(Fault.Code.BAD_REQUEST, message));
    }
}
