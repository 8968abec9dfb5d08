package dev.footnote.page;

import dev.footnote.cache.Tag;
import dev.footnote.packing.Gzip;
import io.vertx.core.buffer.Buffer;

/**
 * A file as it is served.
 *
 * @param packed the same with gzip, packed once because what is served does not change
 * @param tag tells one content from another, so that a browser that has it need not be sent it again
 */
record Sheet(String type, Buffer plain, Buffer packed, String tag) {

    static Sheet of(String path, byte[] content) {
        return new Sheet(type(path), Buffer.buffer(content), Buffer.buffer(Gzip.packed(content)),
                Tag.of(content, 0, ""));
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "json" -> "application/json";
            case "svg" -> "image/svg+xml";
            // because a browser shows it, and does not know GraphQL
            case "graphql" -> "text/plain; charset=utf-8";
            default -> "text/html; charset=utf-8";
        };
    }
}
