package dev.footnote.query.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes a response as JSON in UTF-8. It writes bytes directly, because a string would have to be encoded again. */
public final class JsonResultWriter implements ResultWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    /** Thrown if a response exceeds its size limit. */
    public static final class TooLong extends RuntimeException {

        TooLong() {
            super(null, null, false, false);
        }
    }

    private final int most;
    private byte[] bytes = new byte[4096];
    private int length;
    /** Whether the next name or element is the first in its object or list. */
    private boolean first = true;

    public JsonResultWriter() {
        this(Integer.MAX_VALUE);
    }

    /** @param most the maximum number of bytes */
    public JsonResultWriter(int most) {
        this.most = most;
    }

    /** @throws TooLong if there are more bytes than the limit */
    public byte[] bytes() {
        if (length > most) {
            throw new TooLong();
        }
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes that were written since the last call. */
    public byte[] take() {
        byte[] taken = bytes();
        length = 0;
        return taken;
    }

    public JsonResultWriter raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    @Override
    public void name(Name name) {
        element();
        raw(name.json());
    }

    @Override
    public void element() {
        if (!first) {
            put(',');
        }
        first = false;
    }

    @Override
    public void openObject(String type) {
        put('{');
        first = true;
    }

    @Override
    public void closeObject() {
        put('}');
        first = false;
    }

    @Override
    public void openList() {
        put('[');
        first = true;
    }

    @Override
    public void closeList() {
        put(']');
        first = false;
    }

    @Override
    public void value(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Integer number) {
            integer(number);
        } else if (value == null) {
            raw(NULL);
        } else {
            raw((Boolean) value ? TRUE : FALSE);
        }
    }

    @Override
    public void whole(Object tree) {
        tree(tree);
    }

    /** Writes a tree of maps, lists and values. */
    public JsonResultWriter tree(Object node) {
        if (node instanceof Map<?, ?> map) {
            openObject(null);
            map.forEach((name, value) -> {
                element();
                string((String) name);
                raw(":");
                tree(value);
            });
            closeObject();
        } else if (node instanceof List<?> list) {
            openList();
            list.forEach(one -> {
                element();
                tree(one);
            });
            closeList();
        } else {
            value(node);
        }
        return this;
    }

    private void integer(int number) {
        if (number >= 0 && number < 10) {
            put('0' + number);
        } else {
            raw(Integer.toString(number));
        }
    }

    private void string(String text) {
        // three bytes hold any char of UTF-16, six an escaped one; room for those is made when they occur
        room(text.length() * 3 + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && c >= 0x20 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escaped(c, (text.length() - i) * 3 + 8);
            } else {
                i += wide(text, i, c);
            }
        }
        bytes[length++] = '"';
    }

    private void escaped(char c, int behind) {
        room(behind);
        bytes[length++] = '\\';
        if (c == '"' || c == '\\') {
            bytes[length++] = (byte) c;
        } else if (c == '\n') {
            bytes[length++] = 'n';
        } else {
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[c >> 4];
            bytes[length++] = HEX[c & 15];
        }
    }

    /** @return how many chars were written in addition to the given one */
    private int wide(String text, int i, char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
            return 0;
        }
        if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
            // an unpaired surrogate has no UTF-8 encoding
            three(Character.isSurrogate(c) ? '\ufffd' : c);
            return 0;
        }
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        bytes[length++] = (byte) (0xf0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | point & 0x3f);
        return 1;
    }

    private void three(char c) {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void put(int ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            if (length > most) {
                throw new TooLong();
            }
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
