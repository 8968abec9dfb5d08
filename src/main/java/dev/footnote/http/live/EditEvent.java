package dev.footnote.http.live;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.buffer.Buffer;

/**
 * One edit as a server-sent event.
 *
 * @param number of the edit, which is the id of the event
 * @param text as it is sent
 */
record EditEvent(int number, Buffer text) {

    /** @param edit as GraphQL answers it; it has a field {@code number} */
    static EditEvent of(JsonNode edit) {
        int number = edit.get("number").intValue();
        return new EditEvent(number, Buffer.buffer("id: " + number + "\nevent: edit\ndata: " + edit + "\n\n"));
    }
}
