package dev.footnote.http.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client on a raw socket that reads only on demand. */
final class SlowClient implements AutoCloseable {

    private static final String END = "\r\n0\r\n\r\n";

    private final StringBuilder taken = new StringBuilder();
    private final Socket socket = new Socket();
    private final InputStream in;

    SlowClient(URI address, String document) throws IOException {
        socket.setReceiveBufferSize(8192); // so that what is not read does not wait here
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.setSoTimeout(20_000);
        in = socket.getInputStream();
        socket.getOutputStream().write(("GET " + address.getPath() + "?query="
                + URLEncoder.encode(document, StandardCharsets.UTF_8) + " HTTP/1.1\r\nHost: test\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    void read(int bytes) throws IOException {
        take(in.readNBytes(bytes));
    }

    /** Reads all that comes up to the end of the response or of the connection. */
    void rest() throws IOException {
        byte[] bytes = new byte[65_536];
        while (!ended()) {
            int read = in.read(bytes);
            if (read < 0) {
                return;
            }
            take(Arrays.copyOf(bytes, read));
        }
    }

    private void take(byte[] bytes) {
        taken.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Whether the server said that this is all. */
    boolean ended() {
        return taken.indexOf(END, Math.max(0, taken.length() - END.length())) >= 0;
    }

    /** All chunks put together. */
    String body() {
        StringBuilder body = new StringBuilder();
        int from = taken.indexOf("\r\n\r\n") + 4;
        for (int size = size(from); size > 0; size = size(from)) {
            int start = taken.indexOf("\r\n", from) + 2;
            body.append(taken, start, start + size);
            from = start + size + 2;
        }
        return body.toString();
    }

    private int size(int from) {
        return Integer.parseInt(taken.substring(from, taken.indexOf("\r\n", from)), 16);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
