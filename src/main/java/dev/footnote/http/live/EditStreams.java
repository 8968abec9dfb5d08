package dev.footnote.http.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.footnote.background.PeriodicTask;
import dev.footnote.http.cache.ResponseCache;

/**
 * All open event streams. Once per interval the current revision is asked for, and when it has changed the new edits are read
 * once for all streams that are at the same place.
 */
@Singleton
class EditStreams {

    private final EditEventReader reader;
    private final ResponseCache cache;
    private final LiveConfig config;
    private final Set<EditStream> open = ConcurrentHashMap.newKeySet();
    private PeriodicTask sending;
    private PeriodicTask beating;
    /** The revision up to which all streams have all edits; empty if one may lack some. */
    private String sent = "";

    EditStreams(EditEventReader reader, ResponseCache cache, LiveConfig config) {
        this.reader = reader;
        this.cache = cache;
        this.config = config;
    }

    /** @return false if there are too many */
    synchronized boolean add(EditStream stream) {
        if (open.size() >= config.streams()) {
            return false;
        }
        open.add(stream);
        if (sending == null) {
            sending = PeriodicTask.every(Duration.ZERO, config.interval(), "edit streams", this::send);
            beating = PeriodicTask.every(config.heartbeat(), config.heartbeat(), "edit stream heartbeat",
                    () -> open.forEach(EditStream::beat));
        }
        // the stream may begin at an earlier place than the others
        sent = "";
        return true;
    }

    void remove(EditStream stream) {
        open.remove(stream);
    }

    private void send() {
        if (open.isEmpty()) {
            return;
        }
        cache.versions().current(version -> {
            // it is the last one from now on
        });
        synchronized (this) {
            String revision = cache.versions().last();
            if (revision.equals(sent)) {
                return;
            }
            sent = revision;
        }
        if (!send(new HashMap<>())) {
            synchronized (this) {
                sent = "";
            }
        }
    }

    /** @return whether every stream has everything */
    private boolean send(Map<Integer, List<EditEvent>> read) {
        boolean complete = true;
        for (EditStream stream : open) {
            if (!stream.isReady()) {
                complete = false;
                continue;
            }
            List<EditEvent> events = read.computeIfAbsent(stream.last(), reader::after);
            if (!events.isEmpty()) {
                stream.send(events);
                complete &= events.size() < EditEventReader.PAGE;
            }
        }
        return complete;
    }

    @PreDestroy
    void close() {
        if (sending != null) {
            sending.close();
            beating.close();
        }
    }
}
