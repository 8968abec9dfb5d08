package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.observability.RequestObserver;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

/** One HTTP request to a server that fails during its execution. */
@QuarkusTest
class HttpExchangeTest {

    @Inject
    RequestObserver watch;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<HttpExchange> taken = new CompletableFuture<>();
    private HttpServer server;
    private AccessLogFile log;

    @BeforeEach
    void listen() throws Exception {
        log = AccessLogFile.open();
        Router router = Router.router(vertx);
        router.get("/broken").handler(context -> {
            HttpExchange exchange = new HttpExchange(context, null, false, watch);
            exchange.then(() -> {
                throw new IllegalStateException("by a test");
            });
        });
        router.get("/broken-elsewhere").handler(context -> {
            HttpExchange exchange = new HttpExchange(context, null, false, watch);
            new Thread(() -> exchange.then(() -> {
                throw new StackOverflowError("by a test");
            })).start();
        });
        router.get("/taken").handler(context -> {
            HttpExchange exchange = new HttpExchange(context, null, false, watch);
            exchange.tag = "W/\"x\"";
            exchange.age = "no-cache";
            exchange.response.closeHandler(closed -> taken.complete(exchange));
        });
        server = vertx.createHttpServer().requestHandler(router).listen(0).toCompletionStage().toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void every_failure_gets_exactly_one_response() throws Exception {
        for (String path : new String[] { "/broken", "/broken-elsewhere" }) {
            HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(
                    URI.create("http://localhost:" + server.actualPort() + path)), "X-Request-Id", "exchange" + path.length());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(Http.code(answer)).isEqualTo("INTERNAL");
            assertThat(log.of("exchange" + path.length()).path("code").asText()).isEqualTo("INTERNAL");
        }
    }

    @Test
    void a_304_is_logged_although_the_client_disconnected() throws Exception {
        leave();
        HttpExchange exchange = taken.get(20, TimeUnit.SECONDS);
        exchange.then(exchange::unchanged);
        JsonNode line = log.of("exchange-left");
        assertThat(line.path("status").asInt()).isEqualTo(304);
    }

    private void leave() throws IOException {
        try (Socket socket = new Socket("localhost", server.actualPort())) {
            socket.getOutputStream().write("GET /taken HTTP/1.1\r\nHost: x\r\nX-Request-Id: exchange-left\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }
}
