package dev.footnote.http.ui;

import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Security headers of every response. They tell a browser what it must not do with the content; docs/security.md gives the
 * reason for each.
 */
public final class SecurityHeaders {

    private static final String POLICY = "content-security-policy";

    /** The hash of the one style that GraphiQL inserts into the page, which keeps content behind a dialog from scrolling. */
    private static final String STYLE_OF_DIALOGS = "'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='";

    private static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self' " + STYLE_OF_DIALOGS, "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");

    /** The policy of a page of the explorer: no style of GraphiQL, but a form that searches here. */
    private static final CharSequence EXPLORER_POLICY = HttpHeaders.createOptimized(String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
            "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"));

    private static final Map<CharSequence, CharSequence> HEADERS = headers();

    private SecurityHeaders() {
    }

    private static Map<CharSequence, CharSequence> headers() {
        Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();
        put(headers, POLICY, CONTENT_SECURITY_POLICY);
        put(headers, "x-content-type-options", "nosniff");
        put(headers, "referrer-policy", "no-referrer");
        put(headers, "x-frame-options", "DENY");
        put(headers, "cross-origin-opener-policy", "same-origin");
        put(headers, "cross-origin-resource-policy", "same-origin");
        put(headers, "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return headers;
    }

    private static void put(Map<CharSequence, CharSequence> headers, String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    static void addTo(HttpServerResponse response) {
        HEADERS.forEach(response::putHeader);
    }

    /** The headers of a page of the explorer. */
    public static void explorer(HttpServerResponse response) {
        addTo(response);
        response.putHeader(POLICY, EXPLORER_POLICY);
    }
}
