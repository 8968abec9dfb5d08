package dev.footnote.wire;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import dev.footnote.answer.Request;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

@Singleton
public class HttpDoor {

    private final Answers answers;

    HttpDoor(Answers answers) {
        this.answers = answers;
    }

    void open(@Observes Router router) {
        router.post("/graphql").order(-100).handler(BodyHandler.create(false)).handler(this::post);
    }

    private void post(RoutingContext context) {
        JsonObject body = context.body().asJsonObject();
        JsonObject variables = body.getJsonObject("variables");
        Request request = new Request(body.getString("query"), body.getString("operationName"),
                variables == null ? Map.of() : variables.getMap());
        context.vertx().executeBlocking(() -> answers.ask(request), false).onSuccess(answer -> end(context, answer));
    }

    private void end(RoutingContext context, Answer answer) {
        context.response().putHeader("content-type", "application/json").end(Buffer.buffer(answer.body()));
    }
}
