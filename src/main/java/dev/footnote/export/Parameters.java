package dev.footnote.export;

import java.util.Map;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The parameters of a request, from the body of a POST or the URL of a GET. */
final class Parameters {

    private Parameters() {
    }

    static Request ofBody(Buffer body) {
        return request(object(body));
    }

    static Request ofUrl(MultiMap url) {
        String variables = url.get("variables");
        return request(new JsonObject().put("query", url.get("query")).put("operationName", url.get("operationName"))
                .put("variables", variables == null ? null : object(Buffer.buffer(variables))));
    }

    private static JsonObject object(Buffer json) {
        try {
            return json.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw refusal("The request, or its variables, are no JSON object.");
        }
    }

    private static Request request(JsonObject parameters) {
        try {
            if (parameters.getString("query") == null) {
                throw refusal("The parameter query is missing. It holds the GraphQL document.");
            }
            JsonObject variables = parameters.getJsonObject("variables");
            return new Request(parameters.getString("query"), parameters.getString("operationName"),
                    variables == null ? Map.of() : variables.getMap());
        } catch (ClassCastException e) {
            throw refusal("The parameters query and operationName are texts, and variables is an object.");
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal(Fault.of(Fault.Code.BAD_REQUEST, message));
    }
}
