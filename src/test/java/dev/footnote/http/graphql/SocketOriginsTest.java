package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Only origins that CORS allows may open WebSockets. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class SocketOriginsTest {

    @ParameterizedTest
    @CsvSource({ "https://app.example, 101", "https://shop.friends.example, 101", "https://a.friends.example, 101",
            "http://x, 101",
            "https://elsewhere.example, 403", "https://app.example.evil.example, 403", "https://shopXfriends.example, 403",
            "https://shop.friends.example.evil.example, 403", "https://evil.example/https://shop.friends.example, 403",
            "http://shop.friends.example, 403", "https://shop1.friends.example, 403", "null, 403",
            "/https://[a-z]+\\.friends\\.example/, 403" })
    void origins_allowed_for_http_may_open_websockets(String origin, int status) {
        assertThat(RawRequest.answer(opening("Origin: " + origin + "\r\n")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "https://app.example, https://elsewhere.example", "https://elsewhere.example, https://app.example" })
    void a_page_has_one_origin(String one, String other) {
        assertThat(RawRequest.answer(opening("Origin: " + one + "\r\nOrigin: " + other + "\r\n")).status()).isEqualTo(403);
    }

    private static String opening(String origin) {
        return "GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n" + origin + "\r\n";
    }
}
