package dev.footnote.http.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxBuilder;

/** An incomplete request loses its connection; an idle keep-alive connection does not. */
class RequestTimeoutHandlerTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final long LONGER = PATIENCE.toMillis() * 3;
    private static final int DRIP = 25;
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String ENDLESS = "GET / HTTP/1.1\r\nHost: x\r\nX-Endless: " + "x".repeat(5000);
    private static final byte[] PREFACE = bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        vertx = new VertxBuilder(new VertxOptions()).findTransport(new GuardedTransport.Transport(PATIENCE)).init().vertx();
        HttpServer server = vertx.createHttpServer().requestHandler(RequestTimeoutHandlerTest::answer).listen(0, "localhost")
                .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void answer(HttpServerRequest request) {
        RequestTimeoutHandler incoming = RequestTimeoutHandler.of(request.connection()).orElseThrow();
        boolean multiplexed = request.version() == HttpVersion.HTTP_2;
        incoming.begin(multiplexed);
        if (request.path().equals("/socket")) {
            request.toWebSocket().onSuccess(socket -> {
                incoming.upgrade();
                socket.textMessageHandler(socket::writeTextMessage);
            });
            return;
        }
        if (!multiplexed) {
            request.response().endHandler(ended -> incoming.end());
        }
        if (request.path().equals("/slow")) {
            vertx.setTimer(LONGER, late -> request.response().end("slow"));
        } else {
            request.response().end("answered");
        }
    }

    @Test
    void a_slowly_sent_head_gets_408() throws Exception {
        try (Client client = new Client()) {
            client.drip(ENDLESS);
            assertThat(client.rest()).startsWith("HTTP/1.1 408 Request Timeout\r\n").contains("x-content-type-options: nosniff",
                    "\"code\":\"BAD_REQUEST\"");
        }
    }

    @Test
    void an_incomplete_head_times_out() throws Exception {
        for (String begun : new String[] { "G", "GET / HT", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\n", "\r\n" }) {
            try (Client client = new Client()) {
                client.send(begun);
                assertThat(client.rest()).as(begun).startsWith("HTTP/1.1 408");
            }
        }
    }

    @Test
    void empty_lines_are_no_head_however_many_there_are() throws Exception {
        try (Client client = new Client()) {
            client.drip("\r\n".repeat(1000));
            assertThat(client.rest()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void a_connection_without_data_is_closed_without_a_response() throws Exception {
        try (Client client = new Client()) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void a_keep_alive_connection_may_be_idle_between_requests() throws Exception {
        try (Client client = new Client()) {
            for (int i = 0; i < 3; i++) {
                client.send(GET);
                client.until("answered");
                Thread.sleep(LONGER);
            }
            client.send(GET);
            client.until("answered");
        }
    }

    @Test
    void the_deadline_applies_to_later_heads_too() throws Exception {
        for (String more : new String[] { "", GET + GET }) {
            try (Client client = new Client()) {
                client.send(GET + more + "GET / HTTP");
                assertThat(client.rest()).contains("answered").contains("HTTP/1.1 408");
            }
            try (Client client = new Client()) {
                client.send(GET + more);
                client.until("answered");
                client.drip(ENDLESS);
                assertThat(client.rest()).contains("HTTP/1.1 408");
            }
        }
    }

    @Test
    void the_head_deadline_does_not_end_running_requests() throws Exception {
        try (Client client = new Client()) {
            client.send(GET.replace("/ ", "/slow ") + GET);
            client.until("slow");
            client.until("answered");
        }
    }

    @Test
    void after_an_early_response_the_rest_of_the_body_is_not_awaited() throws Exception {
        for (String body : new String[] { "Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5\r\nab" }) {
            try (Client client = new Client()) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\n" + body);
                client.drip("x".repeat(900));
                assertThat(client.rest()).contains("answered").doesNotContain("408");
            }
        }
        try (Client client = new Client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12345");
            client.until("answered");
            Thread.sleep(LONGER);
            client.send(GET);
            client.until("answered");
        }
    }

    @Test
    void slow_heads_over_http_2_are_ended_but_idle_connections_are_not() throws Exception {
        byte[] headers = bytes("\0\0\u0010\1\1\0\0\0\1\u0082\u0086\u0084");
        byte[] unfinished = bytes("\0\0\1\1\1\0\0\0\1\u0082");
        for (byte[] begun : new byte[][] { headers, unfinished, bytes("\0\0") }) {
            try (Client client = new Client()) {
                client.send(PREFACE);
                client.send(begun);
                assertThat(client.rest()).doesNotContain("HTTP/1.1");
            }
        }
        try (Client client = new Client()) {
            client.send(PREFACE);
            for (int i = 0; i < 3; i++) {
                Thread.sleep(LONGER);
                client.send(bytes("\0\0\u0008\6\0\0\0\0\0pingping"));
                client.until("pingping");
            }
        }
    }

    @Test
    void a_connection_that_was_upgraded_to_http_2_is_treated_like_one_that_began_so() throws Exception {
        String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";
        for (String request : new String[] { GET.replace("\r\n\r\n", "\r\n" + upgrade + "\r\n").replace("/ ", "/slow "),
                "POST /slow HTTP/1.1\r\nHost: x\r\n" + upgrade + "Content-Length: 5\r\n\r\n12345" }) {
            try (Client client = new Client()) {
                client.send(request);
                client.until("101 Switching Protocols");
                client.send(PREFACE);
                client.until("slow");
                Thread.sleep(LONGER);
                client.send(bytes("\0\0\u0008\6\0\0\0\0\0pingping"));
                client.until("pingping");
                client.send(bytes("\0\0\1\1\1\0\0\0\3\u0082"));
                assertThat(client.rest()).doesNotContain("HTTP/1.1");
            }
        }
    }

    @Test
    void an_upgraded_connection_without_a_preface_is_closed_without_a_response_of_http_1() throws Exception {
        for (String preface : new String[] { "", "PRI * HT" }) {
            try (Client client = new Client()) {
                client.send(GET.replace("\r\n\r\n", "\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABk\r\n\r\n"));
                client.until("101 Switching Protocols");
                client.send(preface);
                assertThat(client.rest()).doesNotContain("408");
            }
        }
    }

    @Test
    void websocket_messages_have_no_head_deadline() throws Exception {
        try (Client client = new Client()) {
            client.send("GET /socket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            client.until("\r\n\r\n");
            client.send(bytes("\u0081\u0085\0\0"));
            Thread.sleep(LONGER);
            client.send(bytes("\0\0hello"));
            client.until("hello");
        }
    }

    @Test
    void unreadable_requests_get_a_json_error() throws Exception {
        for (String request : new String[] { "no http\r\n\r\n", "GET / HTTP/1.1\r\na b\r\n\r\n",
                "GET /" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n",
                GET.replace("x\r\n", "x\r\na: " + "b".repeat(20_000) + "\r\n") }) {
            try (Client client = new Client()) {
                client.send(request);
                assertThat(client.rest()).matches("(?s)HTTP/1.[01] 4(00|14|31) .*").contains("content-type: application/json",
                        "x-content-type-options: nosniff", "\"code\":\"BAD_REQUEST\"");
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A connection to the server. */
    private static final class Client implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getByName("localhost"), port);
        private final CountDownLatch closed = new CountDownLatch(1);

        Client() throws IOException {
            // far beyond what any of this takes, even where the machine is busy
            socket.setSoTimeout(20_000);
        }

        void send(String text) throws IOException {
            send(bytes(text));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Sends a byte at a time until the server has had enough. */
        void drip(String text) throws Exception {
            Thread dripping = new Thread(() -> {
                try {
                    for (byte one : bytes(text)) {
                        send(new byte[] { one });
                        if (closed.await(DRIP, TimeUnit.MILLISECONDS)) {
                            return;
                        }
                    }
                } catch (IOException | InterruptedException e) {
                    // the server has closed
                }
            });
            dripping.setDaemon(true);
            dripping.start();
        }

        /** All that comes until the server closes; fails where it does not. */
        String rest() throws IOException {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            try {
                for (int one = socket.getInputStream().read(); one >= 0; one = socket.getInputStream().read()) {
                    rest.write(one);
                }
            } catch (SocketException e) {
                // reset, because something was still on its way
            }
            closed.countDown();
            return rest.toString(StandardCharsets.ISO_8859_1);
        }

        /** Reads until a text has come; fails where the server closes before. */
        void until(String text) throws IOException {
            StringBuilder heard = new StringBuilder();
            while (heard.indexOf(text) < 0) {
                int one = socket.getInputStream().read();
                assertThat(one).as("closed behind " + heard).isNotNegative();
                heard.append((char) one);
            }
        }

        @Override
        public void close() throws IOException {
            closed.countDown();
            socket.close();
        }
    }
}
