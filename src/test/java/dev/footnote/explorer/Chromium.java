package dev.footnote.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A real browser, driven by its own protocol, because that needs no further program. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final int PATIENCE = 30;

    private final Process process;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final WebSocket socket;
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

    /** The browser of this machine, if it has one. {@code apt-get install chromium} installs one. */
    static Optional<String> installed() {
        return BROWSERS.stream().filter(path -> Files.exists(Path.of(path))).findFirst();
    }

    Chromium(Path folder) throws Exception {
        process = new ProcessBuilder(installed().orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--user-data-dir=" + folder, "--remote-debugging-port=0",
                "about:blank").redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        HttpClient client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder().buildAsync(URI.create(target(client, folder)), new Listener())
                .get(PATIENCE, TimeUnit.SECONDS);
        Stream.of("Page", "Runtime", "Log").forEach(domain -> send(domain + ".enable", Map.of()));
    }

    private static String target(HttpClient client, Path folder) throws Exception {
        Path port = folder.resolve("DevToolsActivePort");
        for (int i = 0; i < PATIENCE * 10 && (!Files.exists(port) || Files.size(port) == 0); i++) {
            Thread.sleep(100);
        }
        String list = "http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list";
        for (int i = 0; i < PATIENCE * 10; i++) {
            JsonNode pages = JSON.readTree(URI.create(list).toURL());
            for (JsonNode page : pages) {
                if (page.path("type").asText().equals("page")) {
                    return page.path("webSocketDebuggerUrl").asText();
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The browser opened no page");
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private void received(String message) {
        try {
            JsonNode told = JSON.readTree(message);
            if (told.has("id")) {
                waiting.remove(told.get("id").asInt()).complete(told);
            } else if (told.path("method").asText().equals("Page.loadEventFired")) {
                loaded.complete(null);
            } else if (told.path("method").asText().matches("Runtime.exceptionThrown|Log.entryAdded")) {
                synchronized (complaints) {
                    complaints.add(told.path("params").toString());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode send(String method, Map<String, Object> parameters) {
        int id = count.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            Map<String, Object> message = new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
            socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE, TimeUnit.SECONDS);
            return answer.get(PATIENCE, TimeUnit.SECONDS).path("result");
        } catch (Exception e) {
            throw new IllegalStateException(method, e);
        }
    }

    /** Opens a page and waits until all of it is loaded. */
    void open(Object address) throws Exception {
        loaded = new CompletableFuture<>();
        send("Page.navigate", Map.of("url", address.toString()));
        loaded.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** The value of a JavaScript expression, or of the promise that it is. */
    JsonNode value(String expression) {
        JsonNode result = send("Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        assertThat(result.has("exceptionDetails")).as(result.toString()).isFalse();
        return result.at("/result/value");
    }

    /** Waits until a condition in JavaScript holds. */
    void until(String condition) throws InterruptedException {
        for (int i = 0; i < PATIENCE * 20; i++) {
            if (value("document.readyState === 'complete' && Boolean(" + condition + ")").asBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(condition + " never held on " + value("location.href") + "\n" + complaints());
    }

    void press(String key, int code, String text) {
        Map<String, Object> down = new LinkedHashMap<>(Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code));
        if (!text.isEmpty()) {
            down.put("text", text);
        }
        send("Input.dispatchKeyEvent", down);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
    }

    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    void width(int width, int height) {
        send("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the console says: refusals of the policy, uncaught exceptions, failed loads. */
    List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    @Override
    public void close() throws Exception {
        // asked first, because a killed browser leaves processes that still write into its folder
        send("Browser.close", Map.of());
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
