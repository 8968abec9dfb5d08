package dev.footnote.dataset.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes JSON objects, one per line, and counts them by kind. */
final class NdjsonWriter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Map<String, Long> counts = new TreeMap<>();

    NdjsonWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    void write(String kind, Object object) throws IOException {
        text(JSON.writeValueAsString(object));
        text("\n");
        counts.merge(kind, 1L, Long::sum);
    }

    void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
