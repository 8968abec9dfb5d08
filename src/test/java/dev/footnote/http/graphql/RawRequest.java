package dev.footnote.http.graphql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which anything at all can be sent, by HTTP or not. */
final class RawRequest implements AutoCloseable {

    static final String ASKED = "{\"query\":\"{__typename}\"}";
    static final String ANSWERED = "{\"data\":{\"__typename\":\"Query\"}}";
    static final String HEAD = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    static final String LENGTH = "Content-Length: " + ASKED.length() + "\r\n";

    private static final int PATIENCE = 3000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: (\\d+)");

    private final Socket socket;
    /** What was read ahead, or -1. */
    private int first = -1;

    /** @param pageRequest bytes of answers that the system holds for who does not read; 0 for as many as usual */
    RawRequest(int pageRequest) {
        this(pageRequest, Http.port());
    }

    private RawRequest(int pageRequest, int port) {
        try {
            socket = new Socket();
            if (pageRequest > 0) {
                socket.setReceiveBufferSize(pageRequest);
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes back before the server closes, or falls silent for a while. */
    static Heard of(String request) {
        return of(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Heard of(byte[] request) {
        try (RawRequest raw = new RawRequest(0)) {
            raw.send(request);
            return raw.hear(700);
        }
    }

    /** The whole answer to a request; unlike {@link #of}, it does not wait to see whether more comes or the server closes. */
    static Heard answer(String request) {
        try (RawRequest raw = new RawRequest(0)) {
            raw.send(request.getBytes(StandardCharsets.ISO_8859_1));
            return raw.hearUntil(RawRequest::isWhole);
        }
    }

    /** The first bytes that come back: the head, and of a short answer all. */
    static String head(int port, String request) {
        try (RawRequest raw = new RawRequest(0, port)) {
            raw.send(request.getBytes(StandardCharsets.ISO_8859_1));
            raw.socket.setSoTimeout(PATIENCE);
            byte[] bytes = new byte[16 << 10];
            int length = raw.socket.getInputStream().read(bytes);
            return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * What was heard.
     *
     * @param closed whether the server closed the connection behind it
     */
    record Heard(String text, boolean closed) {

        int status() {
            return text.startsWith("HTTP/") && text.length() > 12 ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        int answers() {
            return text.split("HTTP/1\\.[01] [1-5]", -1).length - 1;
        }
    }

    /** Whether the server says something, or has closed; waits as long at most. */
    boolean ended(int milliseconds) {
        try {
            socket.setSoTimeout(milliseconds);
            first = socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** @return whether all of it was taken */
    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            return false; // the server has closed already
        }
    }

    /** What comes back until it meets the condition, or until the server closes. */
    private Heard hearUntil(Predicate<String> enough) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(PATIENCE);
            byte[] bytes = new byte[16 << 10];
            while (!enough.test(heard.toString(StandardCharsets.ISO_8859_1))) {
                int length = socket.getInputStream().read(bytes);
                if (length < 0) {
                    return new Heard(heard.toString(StandardCharsets.UTF_8), true);
                }
                heard.write(bytes, 0, length);
            }
            return new Heard(heard.toString(StandardCharsets.UTF_8), false);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Not a whole answer: " + heard, e);
        } catch (IOException e) {
            return new Heard(heard.toString(StandardCharsets.UTF_8), true);
        }
    }

    /** Whether the text has an answer to its end, one character for each byte; what only announces one is passed over. */
    private static boolean isWhole(String text) {
        int head = text.indexOf(END_OF_HEAD);
        if (head < 0) {
            return false;
        }
        if (text.startsWith("HTTP/1.1 100")) {
            return isWhole(text.substring(head + END_OF_HEAD.length()));
        }
        String headers = text.substring(0, head).toLowerCase(Locale.ROOT);
        if (headers.contains("transfer-encoding: chunked")) {
            return text.endsWith("\r\n0\r\n\r\n");
        }
        Matcher length = CONTENT_LENGTH.matcher(headers);
        return text.length() - head - END_OF_HEAD.length() >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    Heard hear(int silence) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        if (first >= 0) {
            heard.write(first);
            first = -1;
        }
        try {
            // the first byte may take its time, for a busy machine
            socket.setSoTimeout(PATIENCE);
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.write(next);
                heard.writeBytes(in.readNBytes(in.available()));
                socket.setSoTimeout(silence);
            }
            return new Heard(heard.toString(StandardCharsets.UTF_8), true);
        } catch (SocketTimeoutException e) {
            return new Heard(heard.toString(StandardCharsets.UTF_8), false);
        } catch (IOException e) {
            return new Heard(heard.toString(StandardCharsets.UTF_8), true);
        }
    }

    /** Vanishes without a word, as a client does whose network fails. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A WebSocket whose frames can be sent as one likes. */
    static RawRequest socket(int pageRequest, String... headers) {
        RawRequest raw = new RawRequest(pageRequest);
        raw.send(
                ("GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
                        + String.join("", headers) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        Heard heard = raw.hearUntil(text -> text.contains(END_OF_HEAD));
        if (heard.status() != 101) {
            throw new AssertionError(heard.text());
        }
        return raw;
    }

    /** @param first the first byte: final or not, reserved bits, kind */
    static byte[] frame(int first, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 14);
        out.write(first);
        if (content.length < 126) {
            out.write(0x80 | content.length);
        } else if (content.length < 65536) {
            out.write(0x80 | 126);
            out.write(content.length >> 8);
            out.write(content.length);
        } else {
            out.write(0x80 | 127);
            out.writeBytes(new byte[] { 0, 0, 0, 0, 0, (byte) (content.length >> 16), (byte) (content.length >> 8),
                    (byte) content.length });
        }
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        out.writeBytes(mask);
        for (int i = 0; i < content.length; i++) {
            out.write(content[i] ^ mask[i % 4]);
        }
        return out.toByteArray();
    }

    static byte[] text(String content) {
        return frame(0x81, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
