package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.footnote.Door;

/** A scripted WebSocket client that records what it receives. */
public final class Client implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    public Client(String protocol) {
        socket = Http.CLIENT.newWebSocketBuilder().subprotocols(protocol)
                .buildAsync(URI.create("ws://localhost:" + Http.port() + "/graphql"), this).join();
    }

    public Client say(String message) {
        try {
            socket.sendText(message, true).join();
        } catch (CompletionException e) {
            assertThat(e.getCause()).as("the connection was closed").isInstanceOf(IOException.class);
        }
        return this;
    }

    public Client ask(String id, String document, Map<String, Object> variables) {
        return say(Door.text(Map.of("type", "subscribe", "id", id, "payload",
                Map.of("query", document, "variables", variables))));
    }

    public String hear() throws InterruptedException {
        String message = heard.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("a message within ten seconds, or closed by %s", ended).isNotNull();
        return message;
    }

    /** The next message; empty if none comes in time. */
    public Optional<String> hear(Duration patience) throws InterruptedException {
        return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    public int end() throws InterruptedException {
        Integer code = ended.poll(10, TimeUnit.SECONDS);
        assertThat(code).as("an end within ten seconds").isNotNull();
        return code;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ended.add(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.add(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
