package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.query.output.JsonResultWriter;
import dev.footnote.query.output.MapResultWriter;
import io.vertx.core.buffer.Buffer;

/**
 * One edit as a server-sent event.
 *
 * @param number of the edit, which is the id of the event
 * @param text as it is sent
 */
record EditEvent(int number, Buffer text) {

    /** @param edit as GraphQL returns it; it has a field {@code number} */
    static EditEvent of(Map<?, ?> edit) {
        int number = (Integer) edit.get("number");
        Buffer text = Buffer.buffer("id: " + number + "\nevent: edit\ndata: ");
        text.appendBytes(new JsonResultWriter().tree(plain(edit)).bytes());
        return new EditEvent(number, text.appendBytes("\n\n".getBytes(StandardCharsets.US_ASCII)));
    }

    /** A value without the marks by which the executor tells types apart. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, one) -> {
                if (!MapResultWriter.TYPE.equals(key)) {
                    plain.put((String) key, plain(one));
                }
            });
            return plain;
        }
        return value instanceof List<?> list ? list.stream().map(EditEvent::plain).toList() : value;
    }
}
