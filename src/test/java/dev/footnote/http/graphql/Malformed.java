package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Malformed headers get a regular response on every path. */
public final class Malformed {

    private static final List<String> NAMES = List.of("Content-Type", "Accept", "Accept-Encoding", "Accept-Language",
            "Accept-Charset", "If-None-Match", "If-Match", "If-Modified-Since", "Range", "If-Range", "Authorization", "Cookie",
            "Origin", "Referer", "Host", "User-Agent", "Connection", "Upgrade", "Expect", "Transfer-Encoding", "TE", "Trailer",
            "Content-Encoding", "Content-Length", "Content-Language", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Proto", "X-Request-Id", "X-Http-Method-Override", "Footnote-Revision", "Footnote-Cost", "traceparent",
            "tracestate", "baggage", "Sec-Fetch-Site", "Sec-WebSocket-Key", "Sec-WebSocket-Version",
            "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Access-Control-Request-Method",
            "Access-Control-Request-Headers", "Date", "Max-Forwards", "Via", "HTTP2-Settings", "Keep-Alive");

    private static final List<String> VALUES = List.of("", ";", ";;;", ",", ",,,", "=", ";=", "\"", "\"\\", "/", "*/", "a/b;c",
            "a/b;charset=", "application/json;charset=nonsense", "application/json;charset=\"", "\u00e9\u00ff\u0080",
            "%00%zz", "-1", "99999999999999999999", "00-zz-zz-00", "Bearer", "Bearer ", "bytes=-", "bytes=9-1,,", "W/", "W/\"",
            "*", "null", "://", "http://[::1", "q=", ";q=", "*;q=x", "{}", "<script>", "a".repeat(7000), "a,".repeat(3500),
            ";".repeat(7000));

    private final int port;

    private Malformed(int port) {
        this.port = port;
    }

    /** Headers that are sent to the server, or to its management interface. */
    public static Malformed at(int port) {
        return new Malformed(port);
    }

    /**
     * Sends every header with every value, and fails where an answer is a failure, a page of the framework or without the
     * headers that belong to every answer, and where a stack is logged.
     *
     * @param line such as {@code GET /graphql}
     * @param others headers that have to be there, each with its line end
     * @param step 1 for all, more for one in so many, where the same code reads them as elsewhere
     */
    public void areAnsweredWell(String line, String others, String body, int step) {
        try (Logged log = new Logged()) {
            Map<String, String> wrong = new LinkedHashMap<>();
            int number = 0;
            for (String name : NAMES) {
                for (String value : VALUES) {
                    if (number++ % step > 0) {
                        continue;
                    }
                    String what = line + " " + name + ": " + value.substring(0, Math.min(20, value.length()));
                    judge(what, ask(line, without(others, name) + name + ": " + value + "\r\n", body), wrong);
                }
                judge(line + " twice " + name, ask(line, others + (name + ": a\r\n").repeat(2), body), wrong);
            }
            assertThat(wrong).isEmpty();
            assertThat(log.stacks()).as(line).isEmpty();
        }
    }

    private static String without(String headers, String name) {
        return headers.replaceAll("(?im)^" + name + ":.*\r\n", "");
    }

    private String ask(String line, String headers, String body) {
        String host = headers.toLowerCase(Locale.ROOT).contains("host:") ? "" : "Host: x\r\n";
        String length = body.isEmpty() || headers.toLowerCase(Locale.ROOT).contains("content-length") ? ""
                : "Content-Length: " + body.length() + "\r\n";
        String close = headers.toLowerCase(Locale.ROOT).contains("connection:") ? "" : "Connection: close\r\n";
        return RawRequest.head(port, line + " HTTP/1.1\r\n" + host + headers + length + close + "\r\n" + body);
    }

    private static void judge(String what, String heard, Map<String, String> wrong) {
        String small = heard.toLowerCase(Locale.ROOT);
        boolean well = small.matches("(?s)http/1\\.[01] ([1-4]\\d\\d|503) .*")
                && !small.startsWith("http/1.1 100 continue\r\n\r\nhttp/1.1 5")
                && (small.startsWith("http/1.1 101") || small.contains("x-content-type-options: nosniff"))
                && !small.contains("quarkus") && !small.contains("exception") && !small.contains("<html>\r\n");
        if (!well) {
            wrong.put(what, heard.substring(0, Math.min(300, heard.length())));
        }
    }
}
