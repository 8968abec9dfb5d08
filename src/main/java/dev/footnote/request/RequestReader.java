package dev.footnote.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.footnote.document.Documents;
import dev.footnote.document.Prepared;
import dev.footnote.limit.Limits;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;

/** Reads requests from JSON, with bounds on what is nested and on what variables hold, because a parser has none. */
@Singleton
public class RequestReader {

    private final Limits limits;
    private final Documents documents;
    private final BoundedJson json;

    RequestReader(Limits limits, Documents documents) {
        this.limits = limits;
        this.documents = documents;
        this.json = new BoundedJson(limits);
    }

    /**
     * What a body asks.
     *
     * @param several whether it is a list of requests, and answered by a list
     */
    public record Requests(List<Request> all, boolean several) {

        /** @throws Refusal where it is a list */
        public Request only() {
            if (several) {
                throw refusal("Only one request can be exported. Send it by itself.");
            }
            return all.get(0);
        }
    }

    /** @throws Refusal when the bytes are no GraphQL request, or more of them than are taken at once */
    public Requests body(byte[] body) {
        return json.reading("The body of the request", body, parser -> {
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
    public record Message(String type, String id, Map<String, Object> payload, int size) {
    }

    /** @throws Refusal when the text is no message */
    @SuppressWarnings("unchecked")
    public Message message(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return json.reading("The message", bytes, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refusal("The message is no JSON object.");
            }
            Map<String, Object> message = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                boolean object = name.equals("payload") && parser.currentToken() == JsonToken.START_OBJECT;
                message.put(name, object ? parameters(parser) : BoundedJson.value(parser));
            }
            return new Message(text("type", message), text("id", message),
                    message.get("payload") instanceof Map<?, ?> payload ? (Map<String, Object>) payload : Map.of(),
                    bytes.length);
        });
    }

    /** @throws Refusal when the parameters of a URL are no GraphQL request */
    public Request url(Map<String, List<String>> url) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : List.of("query", "operationName", "documentId")) {
            parameters.put(name, one(url, name));
        }
        for (String name : List.of("variables", "extensions")) {
            String text = one(url, name);
            parameters.put(name, text == null || text.isEmpty() ? Map.of()
                    : json.reading("The parameter " + name, text.getBytes(StandardCharsets.UTF_8), parser -> {
                        parser.nextToken();
                        return json.object(name, parser);
                    }));
        }
        return request(parameters);
    }

    /** The trusted document of that name, or null. */
    public Prepared trusted(String name) {
        return documents.trusted(name);
    }

    /**
     * A request for a trusted document, whose variables are the parameters of a URL.
     *
     * @throws Refusal with all that is wrong with them
     */
    public Request known(String name, Map<String, List<String>> url) {
        return new Request(null, name, null, null, documents.variables(documents.trusted(name), url));
    }

    private static String one(Map<String, List<String>> url, String name) {
        List<String> texts = url.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            throw refusal("The parameter " + name + " is given " + texts.size() + " times. Give it once.");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    private Map<String, Object> parameters(JsonParser parser) throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = name.equals("variables") || name.equals("extensions") ? json.object(name, parser)
                    : BoundedJson.value(parser);
            if (parameters.put(name, value) != null) {
                throw refusal("The parameter " + name + " is given twice.");
            }
        }
        return parameters;
    }

    /** @throws Refusal when the parameters name no document, or are not of their types */
    @SuppressWarnings("unchecked")
    public Request request(Map<String, Object> parameters) {
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

    private static Refusal refusal(String message) {
        return new Refusal(Fault.of(Fault.Code.BAD_REQUEST, message));
    }
}
