import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches edits over many connections, makes edits at a constant rate, and tells how long each edit takes to each watcher.
 *
 * The connections are plain sockets on one thread that looks for the numbers of edits in what it reads, so that the client
 * takes as little of the machine as it can. The time of an event runs from when the answer to its edit was read. An event that
 * is read before that answer counts as 0.
 *
 * Arguments: port of the server, an API key of an editor, sse or websocket, watchers, edits a second, seconds.
 */
public class Watchers {

    static final Pattern EDIT = Pattern.compile("\"id\":\"edit:(\\d+)\"");
    static final byte[] NUMBER = "\"number\":".getBytes(StandardCharsets.US_ASCII);
    static final int WARMUP = 150;

    final int port;
    final String key;
    final boolean isWebSocket;
    final int watchers;
    final Selector selector = Selector.open();
    final AtomicLong events = new AtomicLong();
    final AtomicLong overloaded = new AtomicLong();
    /** When the answer to an edit was read, and when its events were, in nanoseconds, by its number. */
    final long[] answered;
    final long[][] read;
    final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Watchers(String[] args) throws IOException {
        port = Integer.parseInt(args[0]);
        key = args[1];
        isWebSocket = args[2].equals("websocket");
        watchers = Integer.parseInt(args[3]);
        int most = 4 * (WARMUP + Integer.parseInt(args[4]) * Integer.parseInt(args[5])) + 10_000;
        answered = new long[most];
        read = new long[most][];
    }

    /** One connection. Used by the thread that reads. */
    final class Watcher {

        final int index;
        final byte[] tail = new byte[64];
        int kept;

        Watcher(int index) {
            this.index = index;
        }

        /** Notes the numbers in a text, which may begin or end within one. */
        void heard(byte[] text, int length, long now) {
            for (int i = 0; i <= length - NUMBER.length - 1; i++) {
                if (text[i] == '"' && Arrays.equals(text, i, i + NUMBER.length, NUMBER, 0, NUMBER.length)) {
                    int end = i + NUMBER.length;
                    int number = 0;
                    for (; end < length && text[end] >= '0' && text[end] <= '9'; end++) {
                        number = number * 10 + text[end] - '0';
                    }
                    if (end < length && read[number] != null && read[number][index] == 0) {
                        read[number][index] = now;
                        events.incrementAndGet();
                    }
                }
            }
        }
    }

    SocketChannel connect() throws Exception {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        String body = "{\"query\": \"subscription { edits { number id summary } }\"}";
        if (!isWebSocket) {
            send(channel, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            await(channel, "200 OK");
        } else {
            send(channel, "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");
            await(channel, "101 Switching");
            say(channel, "{\"type\":\"connection_init\"}");
            await(channel, "connection_ack");
            say(channel, "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":" + body + "}");
        }
        channel.configureBlocking(false);
        return channel;
    }

    static void send(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a text frame of a WebSocket, with a mask of zeros. */
    static void say(SocketChannel channel, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8).put((byte) 0x81);
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        channel.write(frame.putInt(0).put(bytes).flip());
    }

    static void await(SocketChannel channel, String expected) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        while (!all.toString(StandardCharsets.UTF_8).contains(expected)) {
            if (channel.read(buffer.clear()) < 0 || all.size() > 4096) {
                throw new IOException("instead of " + expected + ": " + all);
            }
            all.write(buffer.array(), 0, buffer.position());
        }
    }

    void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (true) {
                selector.select(one -> {
                    try {
                        take((SocketChannel) one.channel(), (Watcher) one.attachment(), buffer);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    void take(SocketChannel channel, Watcher watcher, ByteBuffer buffer) throws IOException {
        buffer.clear().put(watcher.tail, 0, watcher.kept);
        if (channel.read(buffer) < 0) {
            throw new IOException("a connection was closed");
        }
        long now = System.nanoTime();
        int length = buffer.position();
        watcher.heard(buffer.array(), length, now);
        watcher.kept = Math.min(watcher.tail.length, length);
        System.arraycopy(buffer.array(), length - watcher.kept, watcher.tail, 0, watcher.kept);
        if (isWebSocket && new String(buffer.array(), 0, length, StandardCharsets.ISO_8859_1).contains("\"ping\"")) {
            say(channel, "{\"type\":\"pong\"}");
        }
    }

    void edit(int number) throws Exception {
        String body = "{\"query\": \"mutation($title: String!) { edit(input: {summary: \\\"Watched\\\", changes: [{source: {set:"
                + " {title: $title, kind: OTHER}}}]}) { edit { id } problems { message } } }\", \"variables\": {\"title\":"
                + " \"Watched " + number + "\"}}";
        String answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body();
        long now = System.nanoTime();
        Matcher id = EDIT.matcher(answer);
        if (!id.find()) {
            if (answer.contains("OVERLOADED")) {
                overloaded.incrementAndGet();
                edit(number);
                return;
            }
            throw new IllegalStateException(answer);
        }
        answered[Integer.parseInt(id.group(1))] = now;
    }

    /** Makes edits at a constant rate, or as fast as they can be made. */
    void edits(int count, int rate) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        long begun = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(senders.submit(() -> {
                long wait = begun + number * 1_000_000_000L / rate - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                edit(number);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        senders.shutdown();
    }

    void run(String transport, int rate, int seconds) throws Exception {
        edits(WARMUP, rate);
        for (int i = 0; i < watchers; i++) {
            connect().register(selector, SelectionKey.OP_READ, new Watcher(i));
        }
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
        edits(WARMUP, rate);
        Thread.sleep(3000);
        for (int i = 0; i < read.length; i++) {
            read[i] = answered[i] == 0 ? new long[watchers] : null;
        }
        events.set(0);
        overloaded.set(0);
        long begun = System.nanoTime();
        long made = rate * seconds;
        edits(rate * seconds, rate);
        double took = (System.nanoTime() - begun) / 1e9;
        for (int i = 0; i < 300 && events.get() < made * watchers; i++) {
            Thread.sleep(100);
        }
        List<long[]> late = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            long answer = answered[i];
            if (read[i] != null && answer != 0) {
                late.add(Arrays.stream(read[i]).filter(at -> at != 0).map(at -> Math.max(0, at - answer)).toArray());
            }
        }
        long[] all = late.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf("| %s | %d | %.1f | %,d of %,d | %.0f | %.0f | %.0f |%n", transport, watchers, made / took, all.length,
                made * watchers, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6, all[all.length - 1] / 1e6);
        System.err.println(overloaded.get() + " edits were sent again, because the server was overloaded");
        System.exit(all.length == made * watchers ? 0 : 1);
    }

    public static void main(String[] args) throws Exception {
        try {
            new Watchers(args).run(args[2], Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
