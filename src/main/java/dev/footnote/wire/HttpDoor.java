package dev.footnote.wire;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Answers;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers GraphQL over HTTP, by the specification of that name. It stands ahead of the framework's own door, because
 * that one executes requests of any content type and gives wrong ones the status of right ones.
 */
@Singleton
public class HttpDoor {

    private static final String PATH = "/graphql";
    private static final int AHEAD_OF_THE_FRAMEWORK = -100;

    /** A few more than can compute at once, because some wait for the database; many more would only wait for each other. */
    private static final int WORKERS_PER_PROCESSOR = 4;

    private final Answers answers;
    private final WireConfig config;
    private WorkerExecutor workers;

    HttpDoor(Answers answers, WireConfig config) {
        this.answers = answers;
        this.config = config;
    }

    void open(@Observes Router router, Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("answers", config.workers().orElse(WORKERS_PER_PROCESSOR
                * Runtime.getRuntime().availableProcessors()));
        router.route(PATH).order(AHEAD_OF_THE_FRAMEWORK).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        switch (context.request().method().name()) {
            case "POST" -> post(context);
            case "GET" -> get(context);
            default -> {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
                refuse(context, WireRefusal.method());
            }
        }
    }

    private void get(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.UPGRADE)) {
            context.next(); // WebSockets are the framework's
        } else if (asksForPage(context)) {
            context.redirect("/");
        } else {
            answer(context, () -> Parameters.ofUrl(context.queryParams()));
        }
    }

    private static boolean asksForPage(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && !context.queryParams().contains("query");
    }

    private void post(RoutingContext context) {
        if (!MediaType.isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            refuse(context, WireRefusal.contentType());
            return;
        }
        new Body(context.request(), config.limit().body()).read()
                .onSuccess(body -> answer(context, () -> Parameters.ofBody(body)))
                .onFailure(failure -> refuse(context, WireRefusal.of(failure, config.limit().body())));
    }

    private interface Reading {
        Request read();
    }

    private void answer(RoutingContext context, Reading reading) {
        MediaType type = MediaType.accepted(context.request().getHeader(HttpHeaders.ACCEPT));
        if (type == null) {
            refuse(context, WireRefusal.accept());
            return;
        }
        Request request;
        try {
            request = reading.read();
        } catch (Refusal refusal) {
            end(context, type, 400, Answer.refused(refusal.faults()).body());
            return;
        }
        // not in order, because requests of one connection have nothing to do with each other
        workers.executeBlocking(() -> answers.ask(request), false)
                .onSuccess(answer -> end(context, type, type.status(answer.outcome()), answer.body()));
    }

    private static void refuse(RoutingContext context, WireRefusal refusal) {
        MediaType type = MediaType.accepted(context.request().getHeader(HttpHeaders.ACCEPT));
        end(context, type == null ? MediaType.JSON : type, refusal.status(),
                Answer.refused(List.of(refusal.fault())).body());
    }

    private static void end(RoutingContext context, MediaType type, int status, byte[] body) {
        HttpServerResponse response = context.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type.header()).end(Buffer.buffer(body));
        }
    }
}
