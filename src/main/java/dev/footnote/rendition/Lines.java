package dev.footnote.rendition;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Objects of JSON, one a line, counted by kind. */
final class Lines implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Map<String, Long> counts = new TreeMap<>();

    Lines(OutputStream out) {
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
