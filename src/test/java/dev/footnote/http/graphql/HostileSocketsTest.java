package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Hostile WebSocket clients. */
@QuarkusTest
class HostileSocketsTest {

    private static final int TEXT = 0x81;
    private static final int TEXT_BEGINS = 0x01;
    private static final int GOES_ON = 0x00;
    private static final int ENDS = 0x80;
    private static final int BINARY = 0x82;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final String INIT = "{\"type\":\"connection_init\"}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] all(byte[]... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    private static String ask(int id, String document) {
        return Door.text(Map.of("type", "subscribe", "id", "o" + id, "payload", Map.of("query", document)));
    }

    private static byte[] bomb() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[50_000_000]);
        deflater.finish();
        byte[] packed = new byte[100_000];
        byte[] bomb = new byte[deflater.deflate(packed)];
        System.arraycopy(packed, 0, bomb, 0, bomb.length);
        deflater.end();
        return bomb;
    }

    @Test
    void frames_that_break_the_protocol_end_the_connection() throws InterruptedException {
        byte[] unmasked = bytes("\u0081\u000f{\"type\":\"ping\"}");
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("binary", RawRequest.frame(BINARY, new byte[] { 0, 1, 2 }));
        broken.put("no UTF-8", RawRequest.frame(TEXT, bytes("\u00ff\u00fe")));
        broken.put("a character in two halves that do not fit",
                all(RawRequest.frame(TEXT_BEGINS, bytes("{\"type\":\"\u00c3")), RawRequest.frame(ENDS, bytes("\u0028\"}"))));
        broken.put("no mask", unmasked);
        broken.put("a reserved kind", RawRequest.frame(0x83, bytes("x")));
        broken.put("a frame of a terabyte", bytes("\u0081\u00ff\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000abcdx"));
        broken.put("a frame of negative length",
                bytes("\u0081\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000x"));
        broken.put("a long frame", RawRequest.frame(TEXT, new byte[300_000]));
        byte[] part = RawRequest.frame(GOES_ON, new byte[60_000]);
        broken.put("a message without an end",
                all(RawRequest.frame(TEXT_BEGINS, bytes("{")), part, part, part, part, part, part));
        broken.put("a message within a message",
                all(RawRequest.frame(TEXT_BEGINS, bytes("{")), RawRequest.text("{\"type\":\"ping\"}")));
        broken.put("the end of nothing", RawRequest.frame(ENDS, bytes("x")));
        broken.put("a long ping", RawRequest.frame(PING, new byte[126]));
        broken.put("a close code that is none", RawRequest.frame(CLOSE, new byte[] { 3, (byte) 0xe7 }));
        broken.put("half a close code", RawRequest.frame(CLOSE, new byte[] { 3 }));
        broken.put("deflated", RawRequest.frame(0xc1, bomb()));
        broken.put("JSON nested deeply",
                RawRequest.text("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":" + "[".repeat(100_000)));
        broken.forEach((what, frames) -> {
            try (RawRequest socket = RawRequest.socket(0)) {
                socket.send(all(RawRequest.text(INIT), frames));
                RawRequest.Heard heard = socket.hear(300);
                // a close frame begins with 0x88, which no text does
                assertThat(heard.closed() || heard.text().contains("\ufffd")).as(what + ": " + heard.text()).isTrue();
                Verdict.silent(what, heard.text());
            }
        });
        Verdict.alive();
        Verdict.idle();
    }

    @Test
    void deflation_is_not_offered_and_unknown_headers_of_the_handshake_are_not_echoed() {
        try (RawRequest socket = new RawRequest(0)) {
            socket.send(bytes(
                    "GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws, <script>\r\n"
                            + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"));
            assertThat(socket.hear(200).text()).contains("101").doesNotContain("deflate", "script");
        }
        for (String wrong : new String[] { "Sec-WebSocket-Version: 99\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n",
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + "x".repeat(5000) + "\r\n",
                "Sec-WebSocket-Version: 13\r\n",
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nOrigin: http://evil.example\r\n" }) {
            RawRequest.Heard heard = RawRequest
                    .of("GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + wrong + "\r\n");
            assertThat(heard.status()).as(wrong + heard.text()).isBetween(400, 499);
            Verdict.silent(wrong, heard.text());
        }
    }

    @Test
    void a_message_in_thousands_of_parts_and_a_long_one_are_read() {
        try (RawRequest socket = RawRequest.socket(0)) {
            socket.send(all(RawRequest.text(INIT), RawRequest.frame(TEXT_BEGINS, bytes("{"))));
            for (int i = 0; i < 2000; i++) {
                socket.send(RawRequest.frame(GOES_ON, bytes(" ")));
            }
            socket.send(RawRequest.frame(ENDS, bytes("\"type\":\"ping\"}")));
            assertThat(socket.hear(500).text()).contains("{\"type\":\"pong\"}");
            socket.send(RawRequest.text(ask(1, "{ __typename }" + " ".repeat(65_000)) + " ".repeat(65_000)));
            assertThat(socket.hear(500).text()).contains(RawRequest.ANSWERED);
        }
    }

    @Test
    void work_for_a_refused_request_is_stopped() {
        try (RawRequest socket = RawRequest.socket(0)) {
            socket.send(all(RawRequest.text(INIT), RawRequest.text(INIT), RawRequest.text(ask(1, "{ __typename }"))));
            assertThat(socket.hear(500).text()).contains("Too many initialisation requests").doesNotContain("Query");
        }
    }

    @Test
    void pings_of_a_client_that_never_reads_are_limited() throws InterruptedException {
        byte[] pings = all(RawRequest.frame(PING, new byte[125]));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 5000; i++) {
            many.writeBytes(pings);
        }
        RawRequest socket = RawRequest.socket(4096);
        Thread flood = new Thread(() -> {
            for (int i = 0; i < 100 && socket.send(many.toByteArray()); i++) {
                // as many as are taken
            }
        });
        flood.start();
        flood.join(4000);
        // because a pong is written for each that is taken, and kept until it is read
        assertThat(flood.isAlive()).as("whether the server has stopped to take them").isTrue();
        Verdict.alive();
        socket.reset();
        Verdict.alive();
    }

    @Test
    void operations_of_a_client_that_never_reads_are_limited() throws InterruptedException {
        long before = Verdict.memory();
        RawRequest socket = RawRequest.socket(4096);
        socket.send(RawRequest.text(INIT));
        Thread flood = new Thread(() -> {
            for (int i = 0; i < 3000; i++) {
                if (!socket
                        .send(RawRequest.text(ask(i, "{ people { nodes { id name summary citations { nodes { id } } } } }")))) {
                    return;
                }
            }
        });
        flood.start();
        flood.join(2000);
        Verdict.alive();
        assertThat(Verdict.memory() - before).as("bytes that are held for who does not read").isLessThan(40L << 20);
        Verdict.idle();
        socket.reset();
    }

    @Test
    void messages_in_great_number_are_answered_one_by_one() {
        try (Client client = new Client("graphql-transport-ws")) {
            client.say(INIT);
            for (int i = 0; i < 2000; i++) {
                client.say("{\"type\":\"ping\"}");
            }
            Verdict.alive();
        }
    }
}
