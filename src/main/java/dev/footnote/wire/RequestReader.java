package dev.footnote.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import dev.footnote.limit.Limits;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import io.vertx.core.MultiMap;

/** Reads requests from JSON, with bounds on what is nested and on what variables hold, because a parser has none. */
@Singleton
class RequestReader {

    private final Limits limits;
    private final JsonFactory json;

    RequestReader(Limits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder().streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(limits.nesting()).build()).build();
    }

    /**
     * What a body asks.
     *
     * @param several whether it is a list of requests, and answered by a list
     */
    record Requests(List<Request> all, boolean several) {
    }

    /** @throws Refusal when the bytes are no GraphQL request, or more of them than are taken at once */
    Requests body(byte[] body) {
        return reading("The body of the request", body, parser -> {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                return new Requests(List.of(request(parameters(parser))), false);
            }
            if (first != JsonToken.START_ARRAY) {
                throw refusal("The body of the request is no JSON object. Send {\"query\": \"...\"}.");
            }
            List<Request> requests = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                requests.add(request(parameters(parser)));
                if (requests.size() > limits.batch()) {
                    throw refusal("The body has more requests than are taken at once: " + limits.batch()
                            + " is the most. Send one after the other.");
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || requests.isEmpty()) {
                throw refusal("The body of the request is a list, but not one of requests.");
            }
            return new Requests(requests, true);
        });
    }

    /**
     * A message over a WebSocket.
     *
     * @param id of the operation, or null
     * @param size in bytes
     * @param payload empty where there is none, or one that is no object
     */
    record Message(String type, String id, Map<String, Object> payload, int size) {
    }

    /** @throws Refusal when the text is no message */
    @SuppressWarnings("unchecked")
    Message message(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reading("The message", bytes, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refusal("The message is no JSON object.");
            }
            Map<String, Object> message = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                boolean object = name.equals("payload") && parser.currentToken() == JsonToken.START_OBJECT;
                message.put(name, object ? parameters(parser) : value(parser));
            }
            return new Message(text("type", message), text("id", message),
                    message.get("payload") instanceof Map<?, ?> payload ? (Map<String, Object>) payload : Map.of(),
                    bytes.length);
        });
    }

    /** @throws Refusal when the parameters of a URL are no GraphQL request */
    Request url(MultiMap url) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : List.of("query", "operationName", "documentId")) {
            parameters.put(name, one(url, name));
        }
        for (String name : List.of("variables", "extensions")) {
            String text = one(url, name);
            parameters.put(name, text == null || text.isEmpty() ? Map.of()
                    : reading("The parameter " + name, text.getBytes(StandardCharsets.UTF_8), parser -> {
                        parser.nextToken();
                        return object(name, parser);
                    }));
        }
        return request(parameters);
    }

    private static String one(MultiMap url, String name) {
        List<String> texts = url.getAll(name);
        if (texts.size() > 1) {
            throw refusal("The parameter " + name + " is given " + texts.size() + " times. Give it once.");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    private <T> T reading(String what, byte[] bytes, Reading<T> reading) {
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

    private Map<String, Object> parameters(JsonParser parser) throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = name.equals("variables") || name.equals("extensions") ? object(name, parser) : value(parser);
            if (parameters.put(name, value) != null) {
                throw refusal("The parameter " + name + " is given twice.");
            }
        }
        return parameters;
    }

    /** @throws Refusal when the parameters name no document, or are not of their types */
    @SuppressWarnings("unchecked")
    Request request(Map<String, Object> parameters) {
        String document = text("query", parameters);
        String name = text("documentId", parameters);
        String hash = hash((Map<String, Object>) parameters.getOrDefault("extensions", Map.of()));
        if (document == null && name == null && hash == null) {
            throw refusal("The parameter query is missing. It holds the GraphQL document.");
        }
        return new Request(document, name, hash, text("operationName", parameters),
                (Map<String, Object>) parameters.getOrDefault("variables", Map.of()));
    }

    /** @return null where there is none, or nothing in it */
    private static String text(String name, Map<String, Object> parameters) {
        Object value = parameters.get(name);
        if (value != null && !(value instanceof String)) {
            throw refusal("The parameter " + name + " is no text.");
        }
        return value == null || ((String) value).isBlank() ? null : (String) value;
    }

    private static String hash(Map<String, Object> extensions) {
        if (!(extensions.get("persistedQuery") instanceof Map<?, ?> persisted)) {
            return null;
        }
        if (!Integer.valueOf(1).equals(persisted.get("version")) || !(persisted.get("sha256Hash") instanceof String hash)) {
            throw refusal("The extension persistedQuery is not {\"version\": 1, \"sha256Hash\": \"...\"}.");
        }
        return hash;
    }

    private Map<String, Object> object(String name, JsonParser parser) throws IOException {
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
            members.put(name, value(parser));
        }
        return members;
    }

    private static Object value(JsonParser parser) throws IOException {
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
