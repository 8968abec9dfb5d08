package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.footnote.query.output.JsonResultWriter;
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
        text.appendBytes(new JsonResultWriter().tree(edit).bytes());
        return new EditEvent(number, text.appendBytes("\n\n".getBytes(StandardCharsets.US_ASCII)));
    }
}
