package dev.footnote.http.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.footnote.query.subscription.LiveEvent;
import io.vertx.core.buffer.Buffer;

/** Events for all clients that wait for the same. Each form of them is in memory once. */
public final class LiveEvents {

    private final List<LiveEvent> all;
    private final Map<EventFormat, Buffer> encoded = new ConcurrentHashMap<>();

    LiveEvents(List<LiveEvent> all) {
        this.all = all;
    }

    public List<LiveEvent> all() {
        return all;
    }

    Buffer encoded(EventFormat format) {
        return encoded.computeIfAbsent(format,
                one -> Buffer.buffer(all.stream().map(one::text).collect(Collectors.joining())));
    }
}
