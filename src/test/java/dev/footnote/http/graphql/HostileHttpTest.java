package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Hostile HTTP: request smuggling, and requests that never end. */
@QuarkusTest
class HostileHttpTest {

    private static final String GET = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String CHUNKS = "18\r\n" + RawRequest.ASKED + "\r\n0\r\n\r\n";
    private static final String END = "\r\n";

    /** What must not be answered, or be the last that is. */
    private static final Map<String, String> MALFORMED = new LinkedHashMap<>();

    static {
        MALFORMED.put("two lengths", RawRequest.HEAD + RawRequest.LENGTH + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("two different lengths",
                RawRequest.HEAD + RawRequest.LENGTH + "Content-Length: 5\r\n" + END + RawRequest.ASKED);
        MALFORMED.put("a list of lengths", RawRequest.HEAD + "Content-Length: 24, 24\r\n" + END + RawRequest.ASKED);
        for (String length : new String[] { "-1", "+24", "0x18", "2 4", "99999999999999999999", "9999999999" }) {
            MALFORMED.put("the length " + length, RawRequest.HEAD + "Content-Length: " + length + END + END + RawRequest.ASKED);
        }
        MALFORMED.put("two codings", RawRequest.HEAD + CHUNKED + "Transfer-Encoding: identity\r\n" + END + CHUNKS);
        MALFORMED.put("packed chunks", RawRequest.HEAD + "Transfer-Encoding: gzip, chunked\r\n" + END + CHUNKS);
        MALFORMED.put("an unknown coding", RawRequest.HEAD + "Transfer-Encoding: xchunked\r\n" + END + CHUNKS);
        MALFORMED.put("chunks of no size", RawRequest.HEAD + CHUNKED + END + "ZZ\r\n" + RawRequest.ASKED + "\r\n0\r\n\r\n");
        MALFORMED.put("chunks of a negative size",
                RawRequest.HEAD + CHUNKED + END + "-1\r\n" + RawRequest.ASKED + "\r\n0\r\n\r\n");
        MALFORMED.put("chunks of a large size", RawRequest.HEAD + CHUNKED + END + "FFFFFFFFFFFFFFFFF\r\n" + RawRequest.ASKED);
        MALFORMED.put("a long chunk extension",
                RawRequest.HEAD + CHUNKED + END + "18;" + "x".repeat(100_000) + END + RawRequest.ASKED);
        MALFORMED.put("long trailers",
                RawRequest.HEAD + CHUNKED + END + "18\r\n" + RawRequest.ASKED + "\r\n0\r\n" + "a: b\r\n".repeat(10_000) + END);
        MALFORMED.put("a space ahead of the colon", RawRequest.HEAD + "Content-Length : 24\r\n" + END + RawRequest.ASKED);
        MALFORMED.put("chunked, with a space",
                RawRequest.HEAD + "Transfer-Encoding : chunked\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("a NUL", RawRequest.HEAD + "X-A: a\u0000b\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("line feeds alone", (RawRequest.HEAD + RawRequest.LENGTH + END).replace("\r", "") + RawRequest.ASKED);
        MALFORMED.put("a carriage return alone",
                RawRequest.HEAD + "X-A: a\rb: c\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("no host", (RawRequest.HEAD + RawRequest.LENGTH + END + RawRequest.ASKED).replace("Host: x\r\n", ""));
        MALFORMED.put("two hosts", RawRequest.HEAD + "Host: y\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("a script for a host",
                (RawRequest.HEAD + RawRequest.LENGTH + END + RawRequest.ASKED).replace("Host: x", "Host: <script>\"\\"));
        MALFORMED.put("no version", "GET /graphql?query=%7B__typename%7D\r\n\r\n");
        MALFORMED.put("a method of punctuation", "FOO<> /graphql HTTP/1.1\r\nHost: x\r\n\r\n");
        MALFORMED.put("a large header", GET + "a: " + "b".repeat(100_000) + END + END);
        MALFORMED.put("many headers", GET + "a: b\r\n".repeat(20_000) + END);
        MALFORMED.put("a long line", GET.replace("%7D", "%7D" + "%20".repeat(30_000)) + END);
        MALFORMED.put("a packed body",
                RawRequest.HEAD + "Content-Encoding: gzip\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("an unheard-of expectation",
                RawRequest.HEAD + "Expect: 200-maybe\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        MALFORMED.put("a large body announced",
                RawRequest.HEAD + "Expect: 100-continue\r\nContent-Length: 999999999\r\n" + END);
        MALFORMED.put("a large body in chunks",
                RawRequest.HEAD + CHUNKED + END + ("10000\r\n" + " ".repeat(65_536) + END).repeat(8));
        MALFORMED.put("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + "x".repeat(500) + END);
        MALFORMED.put("noise", "\u00ff\u0000\u0001\u00fe".repeat(300) + "\r\n\r\n");
    }

    @Test
    void a_client_that_is_still_sending_gets_the_error() {
        byte[] much = new byte[4_000_000];
        byte[] head = (RawRequest.HEAD + "Content-Length: " + much.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            RawRequest raw = new RawRequest(0);
            assertThat(raw.send(head) && raw.send(much)).isTrue();
            RawRequest.Heard heard = raw.hear(700);
            assertThat(heard.status()).isEqualTo(413);
            assertThat(heard.closed()).isTrue();
            raw.reset();
        }
    }

    @Test
    void ambiguous_request_framing_is_refused_and_the_connection_closed() throws InterruptedException {
        MALFORMED.forEach((what, request) -> {
            RawRequest.Heard heard = RawRequest.of(request);
            assertThat(heard.closed()).as(what + ": " + heard.text()).isTrue();
            assertThat(heard.status()).as(what + ": " + heard.text()).satisfiesAnyOf(
                    status -> assertThat(status).isZero(), status -> assertThat(status).isBetween(400, 499));
            assertThat(heard.text()).as(what).doesNotContain(RawRequest.ANSWERED);
            Verdict.silent(what, heard.text());
        });
        Verdict.alive();
        Verdict.idle();
    }

    @Test
    void data_after_a_chunked_body_is_not_read_as_a_request() {
        for (String length : new String[] { RawRequest.LENGTH, "" }) {
            for (String coding : new String[] { CHUNKED, "Transfer-Encoding:\r\n chunked\r\n",
                    "Transfer-Encoding: Chunked\r\n" }) {
                RawRequest.Heard heard = RawRequest.of(RawRequest.HEAD + length + coding + END + "0\r\n\r\n" + GET + END);
                assertThat(heard.closed()).as(heard.text()).isTrue();
                assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
                assertThat(heard.text()).doesNotContain(RawRequest.ANSWERED);
            }
        }
    }

    @Test
    void urls_and_methods_that_mean_nothing_are_refused() {
        for (String line : new String[] { "GET /graphql?query=%zz", "GET /graphql?query={__typename}", "GET http://[::1",

                "OPTIONS *", "CONNECT evil:80", "TRACE /graphql", "POST /graphql/../graphql", "POST /graphql/schema.graphql",
                "BREW /graphql",
                "GET /../../etc/passwd", "GET /%2e%2e/%2e%2e/etc/passwd", "GET /graphql/%00", "GET /q/dev", "GET /q/info" }) {
            RawRequest.Heard heard = RawRequest
                    .of(line + " HTTP/1.1\r\nHost: x\r\nCookie: secret\r\nConnection: close\r\n\r\n");
            assertThat(heard.status()).as(line + heard.text()).isBetween(400, 499);
            Verdict.silent(line, heard.text());
            assertThat(heard.text()).as(line).doesNotContain("secret", "root:");
        }
    }

    @Test
    void request_data_never_appears_in_headers_or_logs() {
        for (String id : new String[] { "a%0d%0aSet-Cookie: x=1", "a b", "<script>", "\u00e9", "a\tb", "{\"a\":1}",
                "x".repeat(65) }) {
            RawRequest.Heard heard = RawRequest
                    .answer(RawRequest.HEAD + "X-Request-Id: " + id + END + RawRequest.LENGTH + END + RawRequest.ASKED);
            assertThat(heard.text()).as(id).contains(RawRequest.ANSWERED).doesNotContain(id)
                    .doesNotContainIgnoringCase("set-cookie");
        }
    }

    @Test
    void cross_site_requests_without_preflight_are_refused() {
        for (String type : new String[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                "text/plain; application/json", "application/json, text/plain", "", "\"application/json\"",
                "application/json;charset=utf-7" }) {
            RawRequest.Heard heard = RawRequest
                    .answer("POST /graphql HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.example\r\nContent-Type: " + type + END
                            + RawRequest.LENGTH + END + RawRequest.ASKED);
            assertThat(heard.status()).as(type + heard.text()).isEqualTo(415);
            assertThat(heard.text()).doesNotContainIgnoringCase("access-control-allow");
        }
        RawRequest.Heard asked = RawRequest.answer("OPTIONS /graphql HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.example\r\n"
                + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n");
        assertThat(asked.text()).doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void a_body_that_would_unpack_to_a_thousand_times_its_size_is_never_unpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 1000; i++) {
                packing.write(new byte[50_000]);
            }
        }
        RawRequest.Heard heard = RawRequest
                .of((RawRequest.HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n"
                        + bomb.toString(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(heard.status()).as(heard.text()).isIn(0, 415);
        assertThat(heard.closed()).isTrue();
        Verdict.alive();
    }

    @Test
    void slow_or_vanished_clients_delay_no_others() throws InterruptedException {
        List<RawRequest> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            RawRequest raw = new RawRequest(0);
            slow.add(raw);
            raw.send((i % 2 == 0 ? "POST /graphql HTTP/1.1\r\nHo" : RawRequest.HEAD + RawRequest.LENGTH + END + "{\"qu")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Verdict.alive();
        slow.forEach(RawRequest::reset);
        String heavy = "{\"query\":\"{ organizations(first: 100) { nodes { members(first: 100) { nodes { citations { nodes { id } } } } } } #%d\\n }\"}";
        for (int i = 0; i < 20; i++) {
            String body = heavy.formatted(i);
            RawRequest raw = new RawRequest(0);
            raw.send((RawRequest.HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            raw.reset();
        }
        Verdict.alive();
        Verdict.idle();
    }

    @Test
    void valid_but_unusual_http_is_answered() throws Exception {
        Map<String, String> good = new LinkedHashMap<>();
        good.put("a body in chunks",
                RawRequest.HEAD + CHUNKED + END + "1\r\n{\r\n17\r\n" + RawRequest.ASKED.substring(1) + "\r\n0\r\n\r\n");
        good.put("HTTP 1.0", (RawRequest.HEAD + RawRequest.LENGTH + END + RawRequest.ASKED).replace("/1.1", "/1.0"));
        good.put("a whole URL",
                (RawRequest.HEAD + RawRequest.LENGTH + END + RawRequest.ASKED).replace("/graphql", "http://x/graphql"));
        good.put("a long URL", GET.replace("%7D", "%7D" + "%20".repeat(4000)) + END);
        good.put("an expectation", RawRequest.HEAD + "Expect: 100-continue\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        good.put("many headers", RawRequest.HEAD + "a: b\r\n".repeat(500) + RawRequest.LENGTH + END + RawRequest.ASKED);
        good.put("a body as it is",
                RawRequest.HEAD + "Content-Encoding: identity\r\n" + RawRequest.LENGTH + END + RawRequest.ASKED);
        good.forEach((what, request) -> assertThat(RawRequest.answer(request).text()).as(what).contains(RawRequest.ANSWERED));
        RawRequest.Heard many = RawRequest
                .of((RawRequest.HEAD + RawRequest.LENGTH + END + RawRequest.ASKED).repeat(50) + (GET + END).repeat(50));
        assertThat(many.answers()).isEqualTo(100);
        assertThat(many.closed()).isFalse();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(Http.uri("/graphql")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RawRequest.ASKED)).build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(RawRequest.ANSWERED);
        assertThat(client.send(request, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
}
