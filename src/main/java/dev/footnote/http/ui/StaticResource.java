package dev.footnote.http.ui;

import dev.footnote.http.GzipEncoding;
import dev.footnote.http.cache.ETag;
import io.vertx.core.buffer.Buffer;

/**
 * A file as it is served.
 *
 * @param packed the same content with gzip, compressed once because the content does not change
 * @param tag identifies the content, so that a browser that has it need not download it again
 */
record StaticResource(String type, Buffer plain, Buffer packed, String tag) {

    static StaticResource of(String path, byte[] content) {
        return new StaticResource(type(path), Buffer.buffer(content), Buffer.buffer(GzipEncoding.packed(content)),
                ETag.of(content, 0, ""));
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "json" -> "application/json";
            case "svg" -> "image/svg+xml";
            // because a browser displays this type, and does not know GraphQL
            case "graphql" -> "text/plain; charset=utf-8";
            default -> "text/html; charset=utf-8";
        };
    }
}
