package dev.footnote.http.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.document.PreparedDocument;

/** Reads requests from JSON, with limits on nesting and on the size of variables, because a parser has none. */
@Singleton
public class GraphQLRequestReader {

    private final QueryLimits limits;
    private final DocumentCache documents;
    private final BoundedJsonReader json;

    GraphQLRequestReader(QueryLimits limits, DocumentCache documents) {
        this.limits = limits;
        this.documents = documents;
        this.json = new BoundedJsonReader(limits);
    }

    /**
     * The requests in a body.
     *
     * @param several whether the body is a list of requests; the response is then a list too
     */
    public record Requests(List<GraphQLRequest> all, boolean several) {

        /** @throws RequestException if it is a list */
        public GraphQLRequest only() {
            if (several) {
                throw exception("Only one request can be exported. Send it by itself.");
            }
            return all.get(0);
        }
    }

    /** @throws RequestException if the bytes are not a GraphQL request, or contain more requests than allowed at once */
    public Requests body(byte[] body) {
        return json.reading("The body of the request", body, parser -> {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                return new Requests(List.of(request(parameters(parser))), false);
            }
            if (first != JsonToken.START_ARRAY) {
                throw exception("The body of the request is no JSON object. Send {\"query\": \"...\"}.");
            }
            List<GraphQLRequest> requests = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                requests.add(request(parameters(parser)));
                if (requests.size() > limits.batch()) {
                    throw exception("The body has more requests than are taken at once: " + limits.batch()
                            + " is the most. Send one after the other.");
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || requests.isEmpty()) {
                throw exception("The body of the request is a list, but not one of requests.");
            }
            return new Requests(requests, true);
        });
    }

    /**
     * A message over a WebSocket.
     *
     * @param id of the operation, or null
     * @param size in bytes
     * @param payload empty if it is missing or not an object
     */
    public record Message(String type, String id, Map<String, Object> payload, int size) {
    }

    /** @throws RequestException if the text is not a message */
    @SuppressWarnings("unchecked")
    public Message message(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return json.reading("The message", bytes, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw exception("The message is no JSON object.");
            }
            Map<String, Object> message = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                boolean object = name.equals("payload") && parser.currentToken() == JsonToken.START_OBJECT;
                message.put(name, object ? parameters(parser) : BoundedJsonReader.value(parser));
            }
            return new Message(text("type", message), text("id", message),
                    message.get("payload") instanceof Map<?, ?> payload ? (Map<String, Object>) payload : Map.of(),
                    bytes.length);
        });
    }

    /** @throws RequestException if the URL parameters are not a GraphQL request */
    public GraphQLRequest url(Map<String, List<String>> url) {
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

    /** The trusted document with that name, or null. */
    public PreparedDocument trusted(String name) {
        return documents.trusted(name);
    }

    /**
     * A request for a trusted document, with its variables as URL parameters.
     *
     * @throws RequestException with everything that is wrong with them
     */
    public GraphQLRequest known(String name, Map<String, List<String>> url) {
        return new GraphQLRequest(null, name, null, null, documents.variables(documents.trusted(name), url));
    }

    private static String one(Map<String, List<String>> url, String name) {
        List<String> texts = url.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            throw exception("The parameter " + name + " is given " + texts.size() + " times. Give it once.");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    private Map<String, Object> parameters(JsonParser parser) throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = name.equals("variables") || name.equals("extensions") ? json.object(name, parser)
                    : BoundedJsonReader.value(parser);
            if (parameters.put(name, value) != null) {
                throw exception("The parameter " + name + " is given twice.");
            }
        }
        return parameters;
    }

    /**
     * An operation over an event stream, which is named by an extension.
     *
     * @throws RequestException if the bytes are not an object
     */
    @SuppressWarnings("unchecked")
    public Message operation(byte[] body) {
        return json.reading("The body of the request", body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw exception("The body of the request is no JSON object. Send {\"query\": \"...\"}.");
            }
            Map<String, Object> payload = parameters(parser);
            Map<String, Object> extensions = (Map<String, Object>) payload.getOrDefault("extensions", Map.of());
            return new Message(null, text("operationId", extensions), payload, body.length);
        });
    }

    /** @throws RequestException if the parameters contain no document, or have wrong types */
    @SuppressWarnings("unchecked")
    public GraphQLRequest request(Map<String, Object> parameters) {
        String document = text("query", parameters);
        String name = text("documentId", parameters);
        String hash = hash((Map<String, Object>) parameters.getOrDefault("extensions", Map.of()));
        if (document == null && name == null && hash == null) {
            throw exception("The parameter query is missing. It holds the GraphQL document.");
        }
        return new GraphQLRequest(document, name, hash, text("operationName", parameters),
                (Map<String, Object>) parameters.getOrDefault("variables", Map.of()));
    }

    /** @return null if the parameter is missing or empty */
    private static String text(String name, Map<String, Object> parameters) {
        Object value = parameters.get(name);
        if (value != null && !(value instanceof String)) {
            throw exception("The parameter " + name + " is no text.");
        }
        return value == null || ((String) value).isBlank() ? null : (String) value;
    }

    private static String hash(Map<String, Object> extensions) {
        if (!(extensions.get("persistedQuery") instanceof Map<?, ?> persisted)) {
            return null;
        }
        if (!Integer.valueOf(1).equals(persisted.get("version")) || !(persisted.get("sha256Hash") instanceof String hash)) {
            throw exception("The extension persistedQuery is not {\"version\": 1, \"sha256Hash\": \"...\"}.");
        }
        return hash;
    }

    private static RequestException exception(String message) {
        return new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST, message));
    }
}
