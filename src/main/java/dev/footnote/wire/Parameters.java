package dev.footnote.wire;

import java.util.Map;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The parameters of a GraphQL request, from the body of a POST or the URL of a GET. */
final class Parameters {

    private Parameters() {
    }

    /** @throws Refusal when the bytes are no GraphQL request */
    static Request ofBody(Buffer body) {
        Object json = decode(body, "The body of the request is no JSON.");
        if (!(json instanceof JsonObject parameters)) {
            throw refusal(json instanceof JsonArray ? "Several requests in one are not answered. Send one after the other."
                    : "The body of the request is no JSON object. Send {\"query\": \"...\"}.");
        }
        object(parameters.getValue("extensions"), "extensions");
        return request(parameters.getValue("query"), parameters.getValue("operationName"),
                object(parameters.getValue("variables"), "variables"));
    }

    /** @throws Refusal when the parameters are no GraphQL request */
    static Request ofUrl(MultiMap parameters) {
        object(parsed(parameters.get("extensions"), "extensions"), "extensions");
        return request(parameters.get("query"), parameters.get("operationName"),
                object(parsed(parameters.get("variables"), "variables"), "variables"));
    }

    private static Request request(Object query, Object operationName, Map<String, Object> variables) {
        if (!(query instanceof String document) || document.isBlank()) {
            throw refusal("The parameter query is missing, or is no text. It holds the GraphQL document.");
        }
        if (operationName != null && !(operationName instanceof String)) {
            throw refusal("The parameter operationName is no text.");
        }
        String operation = (String) operationName;
        return new Request(document, operation == null || operation.isEmpty() ? null : operation, variables);
    }

    private static Object parsed(String text, String name) {
        return text == null || text.isEmpty() ? null : decode(Buffer.buffer(text), "The parameter " + name + " is no JSON.");
    }

    private static Map<String, Object> object(Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject object)) {
            throw refusal("The parameter " + name + " is no JSON object.");
        }
        return object.getMap();
    }

    private static Object decode(Buffer json, String message) {
        try {
            return Json.decodeValue(json);
        } catch (DecodeException e) {
            throw refusal(message);
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal(Fault.of(Fault.Code.BAD_REQUEST, message));
    }
}
